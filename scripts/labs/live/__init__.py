# Live tests of the feeds: the program follows a real server through its troubles, and then shows what a fresh start shows.
