"""Italian numbers, in figures and in words, as exact values; every stage may read them."""

from extractor.numbers.beside import words_beside
from extractor.numbers.figures import parse_figures
from extractor.numbers.words import parse_words

__all__ = ["parse_figures", "parse_words", "words_beside"]
