"""Commands of the command line that are more than a screen: ``extractor.cli`` gathers them."""
