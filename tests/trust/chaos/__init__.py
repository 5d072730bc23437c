"""Chaos: a festival full of people on real processes and a real store, while everything that can go wrong does."""
