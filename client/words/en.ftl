### All sentences of Festijn, in English. Short sentences, plain words.

## Families: one word or sentence per value

note-tip = Tip
note-top = Top
note-contact = Contact
note-question = Question
note-impact = Idea

need-knowledge = Knowledge
need-experience = Experience
need-money = Money
need-pilot = Pilot municipality
need-learning = Learning together
need-people = People
need-space = Space
need-other = Something else

part-ingredient = Ingredient
part-step = Step
part-pitfall = Watch out
part-audience = For whom

round-welcome = Welcome
round-pitch = Pitch
round-break = Break
round-ballot = Voting
round-prizes = Prizes
round-goodbye = Goodbye

reason-already = This was done already.
reason-already-moved = Somebody else was just before you. See how things stand now.
reason-bad-length = The text is empty or too long. Make it shorter and try again.
reason-ballot-closed = Voting has closed. You can no longer vote.
reason-ballot-not-closed = Voting is still open. Close the ballot first.
reason-board-closed = This board is closed. Your text is still here.
reason-changed-meanwhile = The text has changed meanwhile. Choose which one to keep.
reason-gone = This is no longer there.
reason-id-in-use = This did not work. Send it once more.
reason-not-allowed = You may not do this. Ask a facilitator for help.
reason-not-now = This is not possible now. Try again later.
reason-not-understood = This page is out of date. Refresh the page and try again.
reason-not-yours = This was sent under another name. Send it again.
reason-no-tie = There is nothing to choose: the votes name the winner.
reason-own-initiative = You cannot vote for your own initiative. Choose another.
reason-tie = There is no winner yet. First choose who gets the prize.
reason-too-fast = That was very fast. Wait a moment and try again.
reason-too-many-waiting = Much text is still waiting. Wait until all is saved.

## The door

product-name = Festijn
skip-to-content = To the content
other-language = Nederlands
other-language-code = nl
door-heading = Good to have you here
door-lead = Neighbourhoods show their plans. You help them on.
door-code = Code of the festival
door-code-hint = 6 letters and digits. They are on the screen or in your invitation.
door-name = Your name
door-name-hint = This is how others see you with your notes.
door-go-in = Go in
door-known = You were here before.
door-continue = Continue as { $name }
door-or = Or come in under another name:
door-privacy = We only ask your name. No account, no e-mail.
key-heading = Your key
key-busy = One moment. We are opening the door for you.
key-gone = This link no longer works. Ask the organisers for a new one.
key-missing = This link is not complete. Open it once more from your mail.
key-failed = There is no connection. Try again in a moment.
key-again = Try again
to-the-door = To the front door

## Everywhere

loading = One moment. We are fetching the festival.
needs-script = Please switch JavaScript on in your browser. Then you can take part.
connected = Connected
connecting = Connecting…
not-connected = No connection
trouble-away = No connection. Your text is kept.
trouble-store = Saving does not work for a moment. Your text is kept.
trouble-old-page = This page is out of date. Refresh the page.
trouble-other-history = The organisers put an older version back. Check that all is still there.
time-left = { $time } left
time-in-round = left in this round
time-two-minutes = Less than 2 minutes left.
time-half-minute = Nearly time. Wrap up gently.
time-over = Time is up.
told-notes = { $kind ->
    [top] { $count ->
        [one] 1 new top
       *[other] { $count } new tops
    }
    [contact] { $count ->
        [one] 1 new contact
       *[other] { $count } new contacts
    }
    [question] { $count ->
        [one] 1 new question
       *[other] { $count } new questions
    }
    [impact] { $count ->
        [one] 1 new idea
       *[other] { $count } new ideas
    }
   *[tip] { $count ->
        [one] 1 new tip
       *[other] { $count } new tips
    }
}

## Now

tab-now = Now
tab-plans = Plans
tab-mine = Mine
tabs-label = Main menu
here-count = { $count ->
    [one] 1 person is here
   *[other] { $count } people are here
}
round-of = { $kind } { $number } of { $total }
now-before = The festival starts soon. Have a look at the plans.
now-welcome = Welcome. Watch and listen on the big screen.
now-pitch = Listen along and give a tip, a top or a contact.
now-break = Break. We go on in a while.
now-ballot = Time to vote. Choose who gets the prize.
now-ballot-soon = Voting starts soon.
now-prizes = The prizes are being handed out.
now-goodbye = Thank you for being here. The boards stay open for a while.
now-over = You can still finish your sentence.
now-moved = We are at { $name } now.
now-moved-on = We have moved on.
now-go-along = Go along
now-browse = See the plans
unsent-heading = Not sent yet
unsent-for = You wrote something for { $name }.
unsent-finish = Finish it
refused-some = { $count ->
    [one] 1 note was not saved.
   *[other] { $count } notes were not saved.
}
refused-see = See

## An initiative

yours = Your initiative
dream = Dream
next-step = Next step
needs-heading = Who helps us with…?
recipe-heading = Neighbourhood recipe 1.0
watch-video = Watch the pitch
video-of = Pitch of { $name }
video-note = The video comes from { $host }. They can see that you watch.
all-plans = All plans
plans-heading = Plans
plans-lead = These are today's initiatives. Choose one and help them on.
plans-none = There are no plans here yet.
plan-now = On stage now
board-count = { $count ->
    [0] No notes yet
    [one] 1 note
   *[other] { $count } notes
}

## Writing a note

give-heading = What will you give them?
give-hint = { $kind ->
    [top] Is strong
    [contact] I know somebody
    [question] I want to know
    [impact] How to show what it brings
   *[tip] Could be better
}
write-label = { $kind ->
    [top] What do you find strong?
    [contact] Who can help, and with what?
    [question] What do you want to know?
    [impact] How could they show what it brings?
   *[tip] What could be better?
}
send-note = { $kind ->
    [top] Send top
    [contact] Send contact
    [question] Send question
    [impact] Send idea
   *[tip] Send tip
}
contact-warning = Share no phone number or e-mail of somebody else.
contact-private = Only the initiative and the facilitators see a contact.
sent-saved = Saved. Your note has arrived.
signs-left = { $count } characters left
signs-over = { $count } characters too many
cancel = Close
change-kind = Kind of note
board-closed = This board is closed. You can still read it.

## A board

board-heading = Board
board-fetching = Fetching the board.
board-empty = No notes yet. Will you write the first?
board-new = { $count ->
    [one] 1 new note. Show it
   *[other] { $count } new notes. Show them
}
board-hold = Hold the board still
board-held = The board is held still
note-mine = You
note-state-saving = Saving
note-state-kept = Kept on this device. Will be saved soon.
note-state-saved = Saved
note-state-edited = Improved
note-state-hidden = Hidden by a facilitator
note-state-leaving = Being taken back
note-state-refused = Not saved
note-improve = Improve
note-improve-label = Improve your text
note-improve-save = Save
note-take-back = Take back
note-take-back-sure = Your note will go away. Are you sure?
note-take-back-yes = Yes, take it back
refused-edit = Edit it
refused-again = Send again
refused-drop = Throw away
refused-ok = Understood
conflict-there = It now says
conflict-mine = Your text
conflict-use-mine = Use my text
conflict-leave = Leave it

## Voting and prizes

ballot-heading = Vote
ballot-prize-from = Given by { $giver }
ballot-choose = Choose an initiative
ballot-own = your own initiative
ballot-saving = Your vote is being saved.
ballot-saved = Your vote is saved. You can change it until voting closes.
ballot-secret = Nobody sees what you choose.
ballot-turnout = { $count ->
    [one] 1 person has voted
   *[other] { $count } people have voted
}
ballot-closed = Voting has closed.
prizes-heading = The prizes
prize-secret = Still secret
prize-goes-to = The prize goes to
prize-votes = { $count ->
    [one] 1 vote
   *[other] { $count } votes
}
prize-settled = The facilitators chose. The votes did not name a winner.

## Mine

mine-heading = Mine
mine-notes = My notes
mine-none = You have not written anything yet.
mine-name = My name
mine-name-save = Save name
mine-name-hint = Older notes keep the name you had then.
mine-name-saving = Your name is being saved.
mine-name-saved = Your name is saved.
mine-language = Language
mine-data = My data
mine-data-text = We only know your name and what you write. Other websites learn nothing.

## Pages of the server

door-unknown-code = We do not know this code. Please check it.
door-bad-name = Fill in your name. It may be 60 signs long.
page-missing-heading = This page is not here
page-missing-text = Check the link, or go to the front door.
page-own-link-heading = This page has a link of its own
page-own-link-text = Open the link that the organisers gave you.
page-store-heading = One moment
page-store-text = We can't fetch or save anything now. Try again soon.
page-foreign-heading = This came from another website
page-foreign-text = So we did nothing with it. Go to the front door yourself.
page-again = Try again

## Console, stage, desk

## Outcomes

outcome-initiatives = The initiatives
outcome-recipe = Neighbourhood recipe { $version }
outcome-notes = { $kind ->
    [top] Tops
    [question] Questions
    [impact] Ideas for showing what it brings
   *[tip] Tips
}
outcome-programme = The programme
outcome-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
outcome-skipped = not held


ask-no = Not now
under-way = Being saved…
refused-moved = A colleague was just before you. Now it is: { $round }.
names-and = { $first } and { $last }
jump-label = Go to a part of this screen

console-name = Console
run-title = Programme
run-empty = There is no programme yet.
run-round-of = { $kind } { $name }
run-hint = Choose a round to go there with everybody.
run-now = Now
run-next = Next
run-done = Done
run-over = Time is up
run-skipped = Passed over
run-no-time = –
run-minutes = { $minutes } min
run-not-started = If you start now.
run-on-time = On time.
run-late = { $minutes ->
    [one] Runs 1 minute late.
   *[other] Runs { $minutes } minutes late.
}
run-early = { $minutes ->
    [one] Runs 1 minute early.
   *[other] Runs { $minutes } minutes early.
}
run-ends = Ends { $time }

onstage-now = Now: round { $number } of { $total }
onstage-before = Not started yet
move-start = Start: { $round }
move-next = Next: { $round }
move-back = Back to { $round }
move-last = This is the last round.
move-preview = { $again ->
    [yes] Everybody goes back to: { $round }, { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    } left.
   *[no] Everybody goes to: { $round }, { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }.
}
move-yes = Yes, go
extend = +{ $minutes } min
extend-long = { $minutes ->
    [one] +1 min: 1 minute more
   *[other] +{ $minutes } min: { $minutes } minutes more
}

notes-title = Notes
notes-which = Which notes
notes-all = All
notes-board = This board
notes-hidden = Hidden
notes-none = No notes yet.
notes-none-hidden = Nothing is hidden.
notes-more = Show more ({ $count } left)
notes-count-all = { $count ->
    [0] No notes yet
    [one] 1 note on all boards
   *[other] { $count } notes on all boards
}
note-by = { $name } for { $where }
note-hide = Hide
note-show = Show again
note-release = On the stage
note-unrelease = Off the stage
note-contact-why = A contact does not go on the stage.
note-is-hidden = Hidden
note-is-released = On the stage
note-is-edited = Improved

vote-title = Vote
vote-state-planned = Not open yet
vote-state-open = Open
vote-state-closed = Closed
vote-planned = Nobody can vote yet. Open the vote when everybody is ready.
vote-open-do = Open the vote
vote-open-preview = Everybody can vote on their phone, until you close it.
vote-open-yes = Yes, open
vote-close-do = Close the vote
vote-close-preview = The votes are counted and then erased. This cannot be undone.
vote-close-yes = Yes, count and erase
vote-closed = { $cast ->
    [0] Nobody voted.
    [one] 1 person voted. The vote is erased.
   *[other] { $cast } people voted. The votes are erased.
}
tally-label = { $cast ->
    [one] 1 vote, per initiative
   *[other] { $cast } votes, per initiative
}
prize-shown = Revealed
prize-not-shown = Not revealed yet
prize-settled-short = (chosen by the facilitators)
settle-tie = Equal votes: { $names }. Choose together, and say so in the hall.
settle-few = Fewer than 5 votes, so no count. Choose together, and say so in the hall.
settle-do = Fix this choice
settle-preview = { $name } gets: { $prize }. The reveal will say that the facilitators chose.
settle-yes = Yes, fix it
reveal-do = Reveal on the stage
reveal-preview = Everybody now sees: { $prize } goes to { $name }.
reveal-yes = Yes, reveal

stage-qr = QR code to join
stage-welcome = Welcome to
stage-join = Join in
stage-join-at = Join in at
stage-scan-or-go = Scan the code, or go to
stage-here = { $count ->
    [one] person here
   *[other] people here
}
stage-here-long = { $count ->
    [one] person is here
   *[other] people are here
}
stage-notes = { $count ->
    [one] note
   *[other] notes
}
stage-on-your-phone = Write it on your phone.
stage-video-leave = Close the video
stage-back-at = We go on at { $time }.
stage-next = Next: { $round }
stage-vote-now = Vote now on your phone
stage-vote-thanks = Thank you. The prizes come soon.
stage-voted = { $count ->
    [one] person has voted
   *[other] people have voted
}
stage-thanks = Thank you!
stage-goodbye = The boards stay open. See what you can do.
stage-given = { $count ->
    [one] note given
   *[other] notes given
}

desk-name = Organisation
desk-code = Code
desk-join = Address to join
desk-outcomes = Outcomes
desk-outcomes-text = Everything there is so far, as a file. At any moment, nothing stops.
desk-markdown = Outcomes as Markdown
desk-json = Outcomes as JSON
desk-numbers = In figures
desk-here = here now
desk-notes = notes
desk-votes = have voted
desk-before = Not started yet. { $total } rounds, { $minutes } minutes together.
desk-progress = Round { $number } of { $total }
desk-lead = The facilitators lead the day, on a screen of their own.
desk-make = In this version you make a new festival with the command bin/festijn.
desk-links = Secret links
desk-links-text = Who has a link gets in with it. Take a link back if it got around.
desk-links-none = There are no links yet.
desk-link-revoke = Take back
desk-link-revoked = Taken back
desk-link-preview = The link of { $label } ({ $role }) stops working. Who came in by it is out. This cannot be undone.
desk-link-yes = Yes, take back
desk-role-organiser = Organiser
desk-role-facilitator = Facilitator
desk-role-stage = Stage
desk-role-lead = Lead
