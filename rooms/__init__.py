"""The festival itself: what there is, who may do what, and who sees what of it.

Everything here is pure. No clock, no dice, no network, no files: given the same tables and the same wish,
the answer is always the same. The server brings time, people and storage to it.
"""
