"""A picture of every screen, to be looked at by people, and what a machine can see on it that is wrong.

`people.py` fills a festival, `day.py` tells which screens there are to see in each round, `album.py` takes the pictures
in every size, language and scheme, and `faults.js` finds what is cut off, too small or lies over something else.
"""
