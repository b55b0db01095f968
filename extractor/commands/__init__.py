"""What the commands do, apart from the command line that calls them."""
