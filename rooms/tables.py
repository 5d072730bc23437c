"""How a full room becomes tables, and how tables stay whole while people come and go.

Above eight people a room splits into tables of about five. From then on a table has three to seven people, as long as
that is possible. Who sits well is not moved: a newcomer goes to the smallest table; a table that became too small is
dissolved; and only when every table is full do the last who came to the largest move over, to begin a new one.
"""

from collections.abc import Iterable

TOGETHER = 8
"""So many people are together without tables."""
ABOUT, LEAST, MOST = 5, 3, 7
"""People at a table: when a room splits; at least; at most."""
NO_TABLE = 0

Seated = dict[int, list[str]]
"""Who sits at each table, by its number from 1 on, in the order in which they came."""


def tables(people: Iterable[tuple[str, int]]) -> dict[str, int]:
    """At which table each sits best. `people` has who they are and the number of their table (0 for none yet), in the
    order in which they came. Everybody has 0 as long as the room is together."""
    seated: Seated = {}
    for person, table in people:
        seated.setdefault(table, []).append(person)
    loose = seated.pop(NO_TABLE, [])
    seated = settle(seated, loose) if seated else split(loose)
    return {person: table if len(seated) > 1 else NO_TABLE for table, at in seated.items() for person in at}


def split(together: list[str]) -> Seated:
    """A room that was together: it stays so up to eight people, else it is dealt out evenly."""
    count = 1 if len(together) <= TOGETHER else max(2, round(len(together) / ABOUT))
    return {number: together[number - 1 :: count] for number in range(1, count + 1)}


def settle(seated: Seated, loose: list[str]) -> Seated:
    """A room that has tables: find a place for who has none, and mend the tables that became too small."""
    for person in loose:
        sit_down(seated, person)
    while len(seated) > 1 and len(smallest(seated)) < LEAST:
        number = min(seated, key=lambda table: (len(seated[table]), -table))
        small = seated.pop(number)
        if len(small) <= sum(MOST - len(table) for table in seated.values()):
            for person in small:
                smallest(seated).append(person)
        else:
            seated[number] = [*small, largest(seated).pop()]
    return seated


def sit_down(seated: Seated, person: str) -> None:
    """A place at the smallest table; or, when every table is full, at a new one."""
    if len(smallest(seated)) < MOST:
        smallest(seated).append(person)
        return
    new = [person]
    while len(new) < LEAST and len(largest(seated)) > LEAST:
        new.append(largest(seated).pop())
    seated[next(number for number in range(1, len(seated) + 2) if number not in seated)] = new


def smallest(seated: Seated) -> list[str]:
    """The table with the fewest people, of equals the first."""
    return seated[min(seated, key=lambda table: (len(seated[table]), table))]


def largest(seated: Seated) -> list[str]:
    """The table with the most people, of equals the first."""
    return seated[min(seated, key=lambda table: (-len(seated[table]), table))]
