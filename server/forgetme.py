"""`festijn erase`: forgetting somebody for an operator, who is asked by letter or by telephone."""

import argparse
import sys

from rooms.erasing import Erase
from rooms.kernel import Tables
from rooms.people import OPERATOR, Person, Role
from server.days import at_time
from server.operator import Operator
from server.settings import Unusable

NOT_OURS = "what was there before stays in this store's own files; that is left to its operator."


async def run_erase(operator: Operator, asked: argparse.Namespace) -> None:
    """Forget one person everywhere, and tell what is left to do. Raises Unusable when it is not clear whom."""
    listed = await operator.which(asked.festival)
    async with operator.at(listed) as hall:
        person = the_one(hall.replica.tables, asked.person)
        refused = (await hall.wish(Erase(person=person.id, words=asked.words == "keep"), OPERATOR)).reason
        if refused is not None:
            raise Unusable(f"{asked.person!r} is not forgotten ({refused}); somebody else may have done it just now.")
        ours = await hall.forgotten()
    print(f"{listed.code}  {listed.title}: forgotten, here and in every file that is made from now on.")
    print(f"Older back-ups and files still hold them; {operator.settings.erasures} keeps restored ones from it.")
    if not ours:
        print(NOT_OURS, file=sys.stderr)


def the_one(tables: Tables, asked: str) -> Person:
    """The person of this name or id; raises Unusable with all it could be when it is not just one."""
    every = [one for one in tables.all(Person) if one.role is not Role.STAGE]
    fitting = [one for one in every if asked == one.id or asked.casefold() == one.name.casefold()]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise Unusable(f"nobody is called {asked!r} here; look at their name on the desk, under Names.")
    told = ", ".join(f"{one.id} (came in {at_time(one.at)})" for one in sorted(fitting, key=lambda one: one.at))
    raise Unusable(f"{len(fitting)} people are called {asked!r}; say the id of one of them: {told}.")
