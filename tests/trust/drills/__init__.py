"""Drills: one thing that could go wrong in a full hall, done on purpose to the real server, and measured."""
