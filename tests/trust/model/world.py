"""One little world: a store, some processes, some phones. A run is a list of actions that are done to it, one by one.

The methods whose names begin with phone, process, store, operator or late are the actions. Each may come at any moment;
one that makes no sense just then does nothing.
"""

from __future__ import annotations

from typing import Any

from tests.trust.model.checks import Ledger
from tests.trust.model.festival import Kind
from tests.trust.model.phone import Phone
from tests.trust.model.process import Process
from tests.trust.model.rules import Rules
from tests.trust.model.store import Fate, Store

Action = tuple[Any, ...]
"""The name of a method of World, then what to call it with: ("process_appends", 1, Fate.REPLY_LOST)."""

PHONES = 3
ROUNDS = 6


class World:
    """Everything there is in one run."""

    def __init__(self, rules: Rules, processes: int) -> None:
        self.rules = rules
        self.ledger = Ledger()
        self.store = Store(rules, self.ledger)
        self.phones: list[Phone] = []
        self.processes = [Process(n, rules, self.store, self.phones, self.ledger) for n in range(processes)]
        self.phones += [Phone(n, self.processes[n % processes]) for n in range(PHONES)]
        self.fault = False

    def living(self) -> list[Process]:
        """The processes that are up."""
        return [process for process in self.processes if process.alive]

    def do(self, action: Action) -> None:
        """Do one action and look at everything; raises ViolationError."""
        verb, *arguments = action
        self.fault = False
        getattr(self, verb)(*arguments)
        self.ledger.inspect(self, self.fault)

    def settle(self) -> None:
        """Stop all faults, let everybody recover and answer, and judge the end; raises ViolationError."""
        self.store.late.clear()
        for process in self.living():
            self.do(("process_reads", process.number))
        for process in self.processes:
            self.do(("process_starts", process.number))
        for phone in self.phones:
            self.do(("phone_enters", phone.number))
        for _ in range(ROUNDS):
            for phone in self.phones:
                self.do(("phone_sends", phone.number))
            for process in self.processes:
                self.do(("process_reads", process.number))
                self.do(("process_appends", process.number))
        self.ledger.settled(self)
        self.do(("process_compacts", 0))
        self.do(("process_trims", 0))
        newcomer = Process(len(self.processes), self.rules, self.store, [], self.ledger)
        self.processes.append(newcomer)
        for process in self.living():
            process.read()
        self.ledger.settled(self)

    # Phones

    def phone_posts(self, phone: int) -> None:
        """Somebody writes a note."""
        self.phones[phone].wants(Kind.POST)

    def phone_turns_board(self, phone: int) -> None:
        """Somebody opens or closes the board."""
        self.phones[phone].wants(Kind.TURN)

    def phone_erases(self, phone: int, whom: int) -> None:
        """Somebody has a person erased."""
        self.phones[phone].wants(Kind.ERASE, whom)

    def phone_sends(self, phone: int) -> None:
        """A phone sends all that has no answer, perhaps again."""
        self.phones[phone].send()

    def phone_moves(self, phone: int, process: int) -> None:
        """A phone's connection breaks and it comes back elsewhere."""
        self.phones[phone].move(self.processes[process])

    def phone_enters(self, phone: int) -> None:
        """A phone asks for what it missed."""
        self.phones[phone].enter()

    # Processes

    def process_appends(self, process: int, fate: Fate = Fate.CLEAN) -> None:
        """A process decides what waits and sends it to the store."""
        if self.processes[process].alive:
            self.processes[process].append(fate)

    def process_reads(self, process: int) -> None:
        """A process reads the journal."""
        if self.processes[process].alive:
            self.processes[process].read()

    def process_compacts(self, process: int, fate: Fate = Fate.CLEAN) -> None:
        """A process writes a snapshot."""
        if self.processes[process].alive:
            self.processes[process].compact(fate)

    def process_trims(self, process: int) -> None:
        """A process ends a compaction that takes two steps."""
        if self.processes[process].alive:
            self.processes[process].trim()

    def process_dies(self, process: int) -> None:
        """A process is killed."""
        if self.processes[process].alive:
            self.processes[process].die()
            self.fault = True

    def process_starts(self, process: int) -> None:
        """A process is started again."""
        if not self.processes[process].alive:
            self.processes[process].start()

    # The store

    def late_request_arrives(self) -> None:
        """A request that everybody had given up on reaches the store after all."""
        if self.store.late:
            self.store.append(self.store.late.pop(0))

    def store_crashes(self, losing: int) -> None:
        """The store comes back without its last so many writes."""
        if self.store.lose(losing):
            self.ledger.counts["rolled back"] += 1
        self._cut_connections()
        self.fault = True

    def operator_restores(self, writes: int) -> None:
        """An operator puts back the back-up of so many writes ago."""
        if self.store.restore(writes):
            self.ledger.restored(self.store)
            self._cut_connections()

    def _cut_connections(self) -> None:
        self.store.unmet = {process.number for process in self.living()}
        for process in self.living():
            process.disconnect()
