"""The house around the festival: it starts everything, lets people in, keeps the journal and shows the pages.

What may happen during a festival is decided in `rooms`; nothing in here decides about that.
"""
