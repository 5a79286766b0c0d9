"""What short English texts hold: words, names, places, dates, amounts and lists, told by form alone."""
