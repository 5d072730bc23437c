"""A rehearsal: the whole day of a festival, played by people who are not there, before it is real.

`phone.py` is a lean phone, `people.py` who holds it, `ideas.py` and `leading.py` what comes into their heads and in
which words (`texts.py`), `day.py` how the day goes, `proof.py` whether anything was lost, `summary.py` what is told.
"""
