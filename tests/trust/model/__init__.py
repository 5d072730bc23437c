"""A model of the journal: what happens to a festival when processes, phones and the store fail in every order.

Nothing here is the real code. It is the journal's protocol written down a second time, small enough to play hundreds
of thousands of random misfortunes against it in minutes. Every rule of the protocol can be switched off, to see what it
is for.

`rules` lists the rules, `festival` is what it is all about, `store`, `process` and `phone` are the parts that fail,
`world` is everything that can happen to them, `checks` is what may never be, and `hunt` looks for it.
"""
