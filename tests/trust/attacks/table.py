"""The attacks we know of, with the answer each gets and the tests that show it.

Facts from OWASP (ASVS 5.0, the WebSocket cheat sheet), the weaknesses of our libraries, and our own. A case may be
shown by tests that stand elsewhere, such as the drills of `bin/chaos limits`; `test_the_table.py` sees to it that all
exist. Where our answer is another than the books', it says why.
"""

from typing import NamedTuple


class Attack(NamedTuple):
    """What is tried, what comes of it, and where that is shown: `file::test`, from the folder `tests`."""

    tried: str
    answer: str
    shown: tuple[str, ...]


HANDSHAKE = "trust/attacks/test_attacks_on_the_handshake.py"
PAGES = "trust/attacks/test_attacks_on_pages.py"
OTHERS = "trust/attacks/test_attacks_on_others.py"
DOOR = "trust/attacks/test_attacks_on_the_door.py"
WORDS = "trust/attacks/test_attacks_by_words.py"
SOCKETS = "server/test_sockets.py"
SAID = "server/test_sockets_words.py"
TRANSPORT = "server/test_transport.py"
INSIDE = "server/test_pages_inside.py"
DRILLS = "trust/test_drills.py"

ATTACKS = {
    1: Attack(
        "a handshake from a page of another website",
        "400 or 403, no line",
        (f"{SOCKETS}::test_a_page_of_another_origin_opens_no_socket",),
    ),
    2: Attack(
        "a handshake without Origin, with a valid cookie",
        "let in: every browser sends Origin, so this is no page; a program that has the cookie may be a phone",
        (f"{HANDSHAKE}::test_without_an_origin_the_cookie_alone_decides",),
    ),
    3: Attack(
        "an Origin that only looks like ours: our name as part of another's, null, another port, http for https",
        "400 or 403, no line",
        (f"{HANDSHAKE}::test_an_origin_that_looks_like_ours_opens_no_socket",),
    ),
    4: Attack(
        "X-Forwarded-Host and X-Forwarded-For, forged by who is no proxy of ours",
        "both count for nothing",
        (
            f"{HANDSHAKE}::test_a_forged_host_makes_no_page_ours",
            f"{DOOR}::test_who_is_no_proxy_of_ours_has_one_address",
        ),
    ),
    5: Attack(
        "old ways to connect: script tags, Engine.IO 3, long polling where it is off",
        "400",
        (
            f"{SOCKETS}::test_script_tags_get_nothing",
            f"{SOCKETS}::test_with_several_workers_there_is_no_long_polling",
            f"{HANDSHAKE}::test_an_older_protocol_opens_no_socket",
        ),
    ),
    6: Attack(
        "a message of more than 64 kB, of 10 MB, or one without end",
        "the line is cut, little memory is used",
        (
            f"{SAID}::test_a_message_that_is_too_large_ends_the_line",
            f"{DRILLS}::test_every_limit_is_answered_with_a_reason_and_nothing_dies_of_it",
        ),
    ),
    7: Attack(
        "a compressed message that is small outside and large inside",
        "no compression is agreed on; the line is cut",
        (f"{DRILLS}::test_every_limit_is_answered_with_a_reason_and_nothing_dies_of_it",),
    ),
    8: Attack(
        "a packet that announces attachments which never come",
        "the line is cut at the first",
        (f"{SAID}::test_a_packet_that_no_phone_of_ours_sends_ends_the_line",),
    ),
    9: Attack(
        "packets that are no packets: half ones, wild numbers, half signs, deep nesting",
        "an answer that says what is wrong, or the end of the line; nothing else happens",
        (
            f"{SAID}::test_a_packet_that_no_phone_of_ours_sends_ends_the_line",
            f"{SAID}::test_a_wild_number_breaks_nothing",
            f"{SAID}::test_half_a_sign_breaks_nothing_for_anybody",
            f"{SAID}::test_junk_ends_the_line_with_a_word",
        ),
    ),
    10: Attack(
        "events nobody knows, other namespaces, playing the server",
        "passed over, or the end of the line",
        (
            f"{SAID}::test_a_message_nobody_knows_is_passed_over",
            f"{SAID}::test_who_plays_the_server_to_itself_disturbs_nobody",
        ),
    ),
    11: Attack(
        "a phone that never reads what it is sent",
        "gone within seconds, 1 MB held at most, the others as fast as before",
        (
            f"{DRILLS}::test_a_phone_that_stops_reading_is_gone_soon",
            f"{TRANSPORT}::test_who_lets_more_than_a_megabyte_wait_is_cut_off_and_the_others_go_on",
        ),
    ),
    12: Attack(
        "a thousand lines that say nothing, or their request drop by drop",
        "closed within 10 s once it is a socket; half a request waits for the proxy's patience, and all others come in",
        (
            f"{TRANSPORT}::test_a_line_that_nobody_let_in_is_cut",
            f"{HANDSHAKE}::test_who_asks_drop_by_drop_keeps_nobody_out",
        ),
    ),
    13: Attack(
        "a flood of messages, from one screen or from many of one person",
        "too_fast, then sent away",
        (
            "server/test_sockets_limits.py::test_a_flood_from_one_phone_is_slowed_down_and_then_sent_away",
            f"{DRILLS}::test_every_limit_is_answered_with_a_reason_and_nothing_dies_of_it",
        ),
    ),
    14: Attack(
        "a thousand guesses of join codes, from one address or from many, also from within a full hall",
        "429 after 30, 10 a minute from then on; whoever is in, and the hall's own code, go on",
        (
            f"{DOOR}::test_a_hall_of_500_comes_in_while_a_guesser_among_them_is_slowed",
            f"{DOOR}::test_a_hall_that_gets_the_code_at_the_same_moment_is_let_in",
            f"{DOOR}::test_who_is_slowed_hears_when_to_come_back_and_not_whether_the_code_was_right",
            "server/test_brake.py::test_who_guesses_from_many_addresses_is_slowed_as_well",
        ),
    ),
    15: Attack(
        "a participant wishes everything that facilitators and organisers may",
        "not_allowed, nothing changes",
        (
            "rooms/test_roles.py::test_a_wish_is_open_to_its_roles_and_refused_to_all_others",
            f"{OTHERS}::test_a_guest_wishes_all_that_others_may_and_nothing_changes",
        ),
    ),
    16: Attack(
        "changing, answering or taking back what is another's, by its id",
        "refused, nothing changes; whose wish it is stands in the cookie, so nobody votes as another",
        (f"{OTHERS}::test_what_is_anothers_stays_as_it_was",),
    ),
    17: Attack(
        "fields that are not ours: role, person, __proto__, constructor",
        "not_understood",
        (
            "rooms/test_roles.py::test_a_field_that_is_not_listed_is_refused",
            f"{OTHERS}::test_a_field_too_many_is_not_understood",
        ),
    ),
    18: Attack(
        "going on with a link that was taken back, on a socket of another process",
        "the next wish is refused, the socket is closed within 2 s",
        (f"{OTHERS}::test_who_came_by_a_link_that_is_taken_back_is_gone_within_two_seconds",),
    ),
    19: Attack(
        "sending a vote again: as it was, as a new one, after closing",
        "the same answer; the new one in its place; ballot_closed",
        (
            f"{OTHERS}::test_a_vote_that_is_sent_again_counts_once",
            "rooms/test_ballot.py::test_a_person_has_one_vote_for_each_prize_and_may_change_it",
        ),
    ),
    20: Attack(
        "many votes of one person at once, through three processes",
        "one is counted",
        (f"{DRILLS}::test_of_votes_that_race_through_three_processes_none_is_lost_or_counted_twice",),
    ),
    21: Attack(
        "votes at the moment of closing",
        "each is acknowledged and counted, or refused",
        (f"{DRILLS}::test_of_votes_that_race_through_three_processes_none_is_lost_or_counted_twice",),
    ),
    22: Attack(
        "markup, scripts, templates, hidden and turning signs in names and notes",
        "text, on every screen and in every file",
        (
            f"{WORDS}::test_what_somebody_writes_is_text_on_every_page_without_a_script",
            f"{WORDS}::test_what_somebody_writes_is_text_on_every_screen",
            "server/test_exports.py::test_nobodys_words_change_the_shape_of_the_report",
            "server/test_pdf.py::test_whatever_people_write_can_be_printed",
            "rooms/test_tidy.py::test_tidy_text_hides_nothing_and_loses_nothing_that_can_be_seen",
        ),
    ),
    23: Attack(
        "words that a spreadsheet takes for a formula, or a calendar for a line of its own",
        "text to the letter in XLSX, an apostrophe before it in CSV, escaped in ICS",
        (
            "server/test_spreadsheet.py::test_what_begins_like_a_formula_stays_text_to_the_letter",
            "server/test_csvtables.py::test_what_people_wrote_is_one_cell_of_text_to_the_letter",
            "server/test_dates.py::test_nobodys_words_can_make_an_entry",
        ),
    ),
    24: Attack(
        "files that unpack to gigabytes, climb out of their folder, or are pictures of a million points",
        "nobody can send us one: only the operator loads files, as plain text, of a size that is looked at first",
        (
            "server/test_loading.py::test_a_file_that_is_not_there_or_far_too_large_is_told",
            f"{PAGES}::test_of_a_body_no_more_is_kept_than_our_longest_form",
        ),
    ),
    25: Attack(
        "a video's address that leads elsewhere: inside the house, a look-alike, another scheme",
        "refused in one sentence; nothing is ever fetched",
        ("server/test_video.py::test_any_other_address_is_refused_in_one_clear_sentence",),
    ),
    26: Attack(
        "an address of ours that leads on to another website",
        "there is none: where a page leads is never taken from the address",
        (
            "server/test_pages.py::test_the_switch_of_language_leads_nowhere_else",
            f"{PAGES}::test_no_address_leads_to_another_website",
        ),
    ),
    27: Attack(
        "a name that makes a line of its own in the log",
        "no name, text or token is in any log",
        (f"{WORDS}::test_no_name_and_no_text_is_in_any_log",),
    ),
    28: Attack(
        "having somebody's browser do something from another website",
        "403; and nothing is ever done by asking for a page",
        (
            f"{INSIDE}::test_another_website_changes_nothing",
            f"{PAGES}::test_asking_for_a_page_changes_nothing",
        ),
    ),
    29: Attack(
        "our pages in a frame, with an opener, or kept by a shared tablet",
        "the headers of every answer forbid it",
        (
            f"{INSIDE}::test_every_answer_bears_the_headers_that_guard",
            f"{PAGES}::test_no_private_page_is_kept_by_a_browser",
        ),
    ),
    30: Attack(
        "addresses that often tell too much: /metrics, /docs, /.git, TRACE, guesses of files",
        "404 or 405, without a version; secrets are compared by their fingerprint",
        (
            f"{PAGES}::test_what_is_not_there_tells_nothing",
            f"{INSIDE}::test_no_other_file_is_served",
            f"{INSIDE}::test_only_an_organiser_takes_the_outcome_home",
        ),
    ),
    31: Attack(
        "rubbish, huge and future entries, put into the store by hand",
        "nobody follows them; that festival says it can't save, all others go on, and so does it once they are gone",
        (
            "server/test_poisoned.py::test_rubbish_in_one_journal_stops_that_festival_alone",
            "server/test_replica_history.py::test_a_journal_of_a_newer_version_is_not_followed",
            "server/test_replica_history.py::test_a_journal_with_a_hole_is_left_to_an_operator",
            "server/test_journal.py::test_an_entry_of_a_newer_version_stops_reading_and_says_why",
        ),
    ),
    32: Attack(
        "50 kB of text that keeps a pattern busy",
        "read in less than 50 ms",
        (f"{WORDS}::test_no_pattern_is_kept_busy",),
    ),
    33: Attack(
        "headers of more than 8 kB or 128 lines, a line that is none, somebody who leaves in the middle of asking",
        "431, 403, or nothing; the line is ended, and the log stays quiet",
        (
            f"{HANDSHAKE}::test_headers_that_are_too_long_are_refused_and_the_line_is_ended",
            f"{HANDSHAKE}::test_a_line_that_does_not_fit_is_refused_by_us",
            f"{HANDSHAKE}::test_a_hello_of_boxes_in_boxes_is_told_that_it_is_not_understood",
            f"{HANDSHAKE}::test_who_leaves_before_their_request_was_read_is_not_stumbled_over",
            "server/test_smalltalk.py::test_who_talks_rubbish_by_polling_leaves_no_trace_in_the_log",
        ),
    ),
    34: Attack(
        "anything at all, drawn by a seed: at the handshake, as packets, on every page and form, as files",
        "refused or done; nothing falls over, no process differs from another, and honest people are answered",
        (
            "trust/fuzz/test_fuzz_doors.py::test_whatever_is_said_at_any_door_the_server_stays_well",
            "trust/fuzz/test_fuzz_files.py::test_an_event_file_loads_or_is_refused_with_a_sentence",
            "trust/fuzz/test_fuzz_files.py::test_an_export_loads_or_is_refused_with_a_sentence",
        ),
    ),
}
