"""Search: which acts answer a question, how many there are of each sort, what is shown of them."""
