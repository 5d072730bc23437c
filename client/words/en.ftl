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
part-start = How to start
part-audience = For whom

round-welcome = Welcome
round-pitch = Pitch
round-dream = Dream round
round-need = Need round
round-open-space = Open space
round-harvest = Harvest
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
reason-full = That table is full. Choose another table.
reason-gone = This is no longer there.
reason-id-in-use = This did not work. Send it once more.
reason-not-allowed = You may not do this. Ask a facilitator for help.
reason-not-an-address = This is not a good address. See whether something is missing.
reason-not-in-room = You are not there now. Go into the room first.
reason-not-now = This is not possible now. Try again later.
reason-not-understood = This page is out of date. Refresh the page and try again.
reason-not-yours = This was sent under another name. Send it again.
reason-no-tie = There is nothing to choose: the votes name the winner.
reason-own-initiative = You cannot vote for your own initiative. Choose another.
reason-taken = Somebody was just before you. Choose something else.
reason-link-voted = Somebody has voted by this link already. A link has one vote.
reason-tie = There is no winner yet. First choose who gets the prize.
reason-too-fast = That was very fast. Wait a moment and try again.
reason-too-many = This is one too many. Take something else away first.
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
door-kept = Your name stays until { $day }.
door-personal = This festival works with personal links. Open the link you were given, or ask the organisers for it.
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
board-hold = Keep the board still for now
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
note-ask-new = Ask this as a new question
note-keeps-words = Others did something with this already. So this note stays as it is.
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
prize-from-money = Given by { $giver }, in money
prize-from-kind = Given by { $giver }: help or things, not money
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
mine-data-see = See it, take it along or be forgotten

## Pages of the server

door-unknown-code = We do not know this code. Please check it.
door-bad-name = Fill in your name. It may be 60 signs long.
page-missing-heading = This page is not here
page-missing-text = Check the link, or go to the front door.
page-own-link-heading = This page has a link of its own
page-own-link-text = Open the link that the organisers gave you.
page-store-heading = One moment
page-store-text = We can't fetch or save anything now. Try again soon.
page-slow-heading = It did not arrive
page-slow-text = Your connection was too slow or was lost. Nothing was saved. Try again.
page-tries-heading = Please wait
page-tries-text = Too many wrong codes came from here. Wait a minute and try again. The code is on the screen in the hall, or in your invitation.
page-foreign-heading = This came from another website
page-foreign-text = So we did nothing with it. Go to the front door yourself.
page-again = Try again

## Console, stage, desk

## Outcomes

outcome-initiatives = The initiatives
outcome-conversations = The conversations
outcome-programme = The programme
outcome-all-notes = Notes
outcome-needs = Requests for help
outcome-recipes = Recipes
outcome-people = People
outcome-contacts = Contacts (only how many)
outcome-talks = Conversations
outcome-pledges = Promises
outcome-times = Times
outcome-times-where = as in the Netherlands
outcome-date = Date
outcome-initiative = Initiative
outcome-place = Place
outcome-what = What
outcome-video = Video
outcome-where = Where
outcome-part = Part
outcome-kind = Kind
outcome-text = Text
outcome-who = Who
outcome-when = When
outcome-said = Said on
outcome-terms-heading = How
outcome-need = For this request
outcome-version = Version
outcome-title = Title
outcome-by = Started by
outcome-slot = Slot
outcome-spot = Spot
outcome-going = Wanted to go
outcome-taken = Taken along
outcome-answer = Answer
outcome-backed = Ask this too
outcome-dots = Dots
outcome-cluster = Under the word
outcome-yes = yes
outcome-prize = Prize
outcome-giver = Given by
outcome-decides = Decided by
outcome-votes = Votes
outcome-voted = People who voted
outcome-number = Number
outcome-grouping-heading = How together
outcome-began = Began
outcome-stand-heading = Held?
outcome-card = Card
outcome-recipe = Neighbourhood recipe { $version }
outcome-notes = { $kind ->
    [top] Tops
    [question] Questions
    [impact] Ideas for showing what it brings
   *[tip] Tips
}
outcome-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
outcome-terms = { $terms ->
    [paid] paid
    [exchange] in exchange for something
   *[unpaid] unpaid
}
outcome-grouping = { $grouping ->
    [tables] by initiative, at tables
    [conversations] in conversations
   *[plenary] all in the hall
}
outcome-decided = { $decided ->
    [partner] the giver
    [facilitator] the facilitators
   *[vote] everybody, by a vote
}
outcome-form = { $form ->
    [money] money
   *[kind] in kind
}
outcome-stand = { $stand ->
    [open] still going on
    [skipped] left out
    [planned] not held
   *[done] held
}


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
vote-close-yes = Yes, count the votes
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
desk-xlsx = Outcomes as a spreadsheet (Excel)
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
desk-role-personal = Personal link

# My initiative: the leads' screen

tab-ours = Our plan
lead-heading = My initiative
lead-name-hint = Here you are now “{ $name }”. With your own name others know who you are.
lead-now = Now: { $round }
lead-views = Parts of my initiative
lead-notes = Notes
lead-notes-new = new
lead-harvest = Harvest
lead-harvest-lead = This is what you take along. Put notes together under a word.
lead-harvest-none = Nothing yet. Choose at a note: I take this along.
lead-plan = Plan
lead-which = Which notes
lead-all = All
lead-taken = Taken along
lead-fresh = New to you
lead-seen = Seen before
lead-new = New
lead-all-seen = All seen
lead-unread = { $count ->
    [0] You have seen them all.
   *[other] { $count } not seen yet
}
lead-notes-none = No notes yet. They will come in here by themselves.
lead-notes-none-such = There is nothing of this kind yet.
lead-take = I take this along
lead-untake = Leave it after all
lead-release = Show on the screen
lead-unrelease = Take off the screen
lead-released = On the screen
lead-under = With: { $word }
lead-backed = { $count ->
    [one] 1 person asks this too
   *[other] { $count } people ask this too
}
lead-dots = { $count ->
    [one] 1 dot
   *[other] { $count } dots
}
lead-contact = Only you, the giver and the facilitators see this. It never comes on the screen.
lead-answer = Answer
lead-answer-label = Your answer. Everybody can read it.
lead-answer-ours = Your answer
lead-answer-theirs = Answer of the initiative
lead-answer-change = Improve answer
lead-word = Put under a word
lead-word-other = Choose another word
lead-word-which = Words that are there
lead-word-new = New word
lead-word-out = Take it out
lead-no-word = No word yet
lead-change = Change
lead-change-mine = Change my text
lead-draft-kept = Not sent yet. Your text is kept on this device.
lead-stop-sure = What you typed will go. Are you sure?
lead-stop-yes = Yes, throw it away
lead-nothing = nothing
lead-none-yet = Not filled in yet.
lead-drop = Take away
lead-drop-sure = This will go: { $name }. Are you sure?
lead-drop-yes = Yes, take it away
lead-leaving = Being taken away
lead-need-add = Ask for more help
lead-need-kind = What help?
lead-need-text = What can somebody help with?
lead-part-add = Add to the recipe
lead-part-kind = What is it?
lead-part-text = What should others know?
lead-milestones = Milestones
lead-milestones-none = No milestone yet. What will be done, and when?
lead-milestone-add = New milestone
lead-milestone-what = What will be done by then?
lead-milestone-who = Who sees to it?
lead-milestone-when = When?
lead-helpers = Who helps us
lead-helpers-none = Nobody yet. At a need people can say: I will do this.
lead-pledge-for = For: { $need }
lead-unpaid = Unpaid
lead-paid = Paid
lead-exchange = In exchange
lead-room = Our room
lead-room-short = Room
lead-heads = { $count ->
    [0] Nobody is there now.
    [one] 1 person is there now.
   *[other] { $count } people are there now.
}
lead-go-in = Go in
lead-go-out = Go to the hall
lead-table = Table { $number }
lead-no-table = In the room
lead-you = { $name } (you)

# The console: the rest of the day, rooms, help, messages, open space, keys

console-adapt = Change
console-adapt-done = Done
console-adapt-hint = Choose a round still to come. Each button says what changes.
console-save = Save
console-earlier = Earlier: before { $round }
console-earlier-not = Can’t be earlier
console-later = Later: after { $round }
console-later-not = Can’t be later
console-skip = Leave out (ends { $ends })
console-take-in = Take in again (ends { $ends })
console-minutes = Minutes
console-minutes-save = Save (ends { $ends })
console-prompt = Question for everybody
console-prompt-nl = The question in Dutch
console-prompt-en = The question in English
console-prompt-hint = Leave it empty for the usual question. At most { $most } characters.
console-prompt-save = Save the question
console-add = New round
console-add-kind = Kind of round
console-add-initiative = Of which initiative
console-add-ballot = About which prizes
console-add-after = Comes after
console-add-title = Title (may stay empty)
console-add-do = Add (ends { $ends })
console-coming-back = 1 minute to wrap up. Everybody comes back in { $time }.

console-calls-count = { $count ->
    [0] Nobody asks for help
    [one] 1 asks for help
   *[other] { $count } ask for help
}
console-calls-show = Show { $count } more
console-waits = { $minutes ->
    [0] just now
    [one] waits 1 minute
   *[other] waits { $minutes } minutes
}
console-walk = I’ll go there
console-walk-to = I’ll go there: { $room }
console-solved = Solved
console-solved-at = Solved: { $room }

console-rooms = Rooms
console-at-table = { $room }, table { $table }
console-in-rooms = { $count ->
    [0] nobody in a room
    [one] 1 person in a room
   *[other] { $count } people in a room
}
console-hall-count = { $count ->
    [0] nobody
    [one] about 1 person
   *[other] about { $count } people
}
console-heads = people
console-me-here = You are here
console-i-am-in = You are in
console-to-hall = Back to the hall
console-go-in = Go in
console-extend-room = +{ $minutes } min for { $room }
console-room-until = This room goes on until { $time }.
console-room-empty = Nobody is here yet.
console-room-calls = { $count ->
    [one] asks for help
   *[other] { $count } ask for help
}
console-tables = { $count ->
    [one] 1 table
   *[other] { $count } tables
}
console-table = Table { $number } ({ $count })
console-walking = Without a table:
console-host = host: { $name }
console-host-none = no host yet
console-scribe = scribe: { $name }
console-scribe-none = no scribe yet
console-hosts-missing = { $count ->
    [one] 1 host missing
   *[other] { $count } hosts missing
}
console-scribes-missing = { $count ->
    [one] 1 scribe missing
   *[other] { $count } scribes missing
}
console-spread = Spread who is still in the hall
console-spread-preview = { $count ->
    [0] Who is still in the hall gets a room. The emptiest room comes first.
    [one] About 1 person in the hall gets a room. The emptiest room comes first.
   *[other] About { $count } people in the hall get a room. The emptiest room comes first.
}
console-spread-yes = Yes, spread

console-messages = Messages
console-messages-sent = { $count ->
    [0] nothing sent yet
   *[other] { $count } sent
}
console-to-whom = To whom?
console-choose-all = Everybody
console-choose-hall = The hall only
console-choose-rooms = Choose rooms
console-to-all = to everybody
console-message-label = Your message
console-message-name = It bears your name: { $name }.
console-send-all = Send to everybody
console-send-hall = Send to the hall
console-send-rooms = { $count ->
    [0] Choose a room first
    [one] Send to 1 room
   *[other] Send to { $count } rooms
}
console-message-take-back = Take back
console-message-take-back-preview = The message disappears for everybody.
console-message-take-back-yes = Yes, take back

console-boards = Set up boards
console-boards-hint = With ‘see first’ a facilitator sees each new note first.
console-board-open = open
console-board-approve = see first
console-waiting = { $count ->
    [0] All have been looked at
    [one] 1 note waits for you
   *[other] { $count } notes wait for you
}
console-approve = Approve
console-approved = Approved
console-note-more = More with this note
console-out = Put { $name } out
console-out-preview = { $name } leaves the festival and can write no more. The notes stay. A vote in an open ballot no longer counts.
console-out-yes = Yes, put out
console-out-list = { $count ->
    [one] 1 person was put out
   *[other] { $count } people were put out
}
console-in = Let in again
console-in-preview = { $name } can take part again.
console-in-yes = Yes, let in

console-awards = Prizes without a vote
console-awards-known = { $known } of { $total } known
console-awards-hint = Only facilitators see this, until you reveal it.
console-award-partner = Its giver chooses who gets this prize.
console-award-facilitator = The facilitators choose who gets this prize.
console-award-choose = Choose who gets the prize
console-award-who = Who gets this prize? Choose one or more.
console-award-preview = To { $name } goes: { $prize }. Nobody sees it until you reveal it.
console-award-none = Nobody gets yet: { $prize }.

console-market = Open space
console-market-sum = { $count ->
    [one] 1 proposal
   *[other] { $count } proposals
}, { $placed } with a place
console-market-open = People may propose conversations
console-slots = Slots
console-places = Places per slot
console-grid-save = Save the grid
console-grid-in-use = A conversation stands outside this grid. Take it off first.
console-grid = Grid
console-slot = Slot { $slot }
console-place = Place { $place }
console-cell = Slot { $slot }, place { $place }
console-free = free
console-queue = { $count ->
    [0] Nobody waits for the stage
    [one] 1 waits for the stage
   *[other] { $count } wait for the stage
}
console-pitch-now = On stage now
console-proposals = Proposals
console-proposals-all = All ({ $count })
console-proposals-unplaced = Without a place ({ $count })
console-proposals-none = No proposals yet.
console-unplaced = No place yet
console-going = people are going
console-clash = { $name } is in two places in slot { $slot }.
console-clash-short = { $name } is in two places
console-place-for = Place for { $title }
console-place-choose = Choose a place
console-place-free = Place { $place } (free)
console-place-taken = Place { $place }: { $title }
console-place-it = Put in the grid
console-place-do = Put in slot { $slot }, place { $place }
console-unplace = Take off slot { $slot }, place { $place }
console-withdraw = Remove proposal
console-withdraw-preview = The conversation “{ $title }” is cancelled. This can’t be undone.
console-withdraw-written = The conversation “{ $title }” is cancelled, and so is what was written down in it. This can’t be undone.
console-withdraw-yes = Yes, remove

console-keys = Shortcut keys
console-keys-on = Use shortcut keys
console-keys-hint = They don’t work while you type. Where a button asks first, so does its key.
console-key-next = To the next round
console-key-back = Back to the round before
console-key-one = 1 minute more
console-key-five = 5 minutes more
console-key-help = Who asks for help
console-key-message = Write a message
console-key-list = This list

# Hearing each other
call-title = Conversation
call-join = Join the talk
call-leave = Leave the talk
call-note = The talk opens here, at { $host }. Your microphone goes on only when you agree.
call-beside = The talk opens in a new window, at { $host }. Keep this page open.
call-read-out = Read out:

# Rooms, tables, help, messages and applause: the screen of who takes part

rooms-hall = Lobby
rooms-hall-about = Everybody who is not in a room is here.
rooms-gone = A room that is gone
rooms-choose = Choose a room
rooms-line = Rooms
rooms-walk-on = Other rooms
rooms-go-in = Go in
rooms-going = On your way…
rooms-you-are-here = You are here
rooms-back = Back to the lobby
rooms-way-out = Out of this room
rooms-with-tables = at tables
rooms-heads = { $count ->
    [0] Nobody yet
    [one] 1 person
   *[other] { $count } people
}
rooms-prompt-dream = What does this initiative dream of? And what could it be where you live?
rooms-prompt-need = Who or what helps this initiative on? And what can you do?
rooms-do-dream = Choose a room and dream along.
rooms-do-need = Choose a room and help them on.
rooms-do-open-space = Choose your own conversation.
rooms-do-harvest = See what each initiative takes along. Say what you will do.
rooms-do-goodbye = Thank you for being here. Tell us how you want to go on.
rooms-do-over = Time is up. Everybody comes back to the lobby soon.
rooms-do-back = Everybody is back in the lobby. What you wrote is kept.
rooms-do-room = Join the talk. Write down what you want to give.
rooms-do-table = Join the talk at table { $number }. Write down what you want to give.
rooms-do-lead = Receive your guests. Walk past the tables.
rooms-do-last-minute = Finish your sentence. Then you come back to the lobby by yourself.
rooms-last-minute = 1 minute left. Finish your sentence.
rooms-now-in = You are now in: { $name }.
rooms-back-in-hall = You are back in the lobby.
rooms-about = About { $name }
rooms-people = Who is here
rooms-who = Who is here
rooms-walking = Walking around
rooms-own-table = Your table: { $number }
rooms-table = Table { $number }
rooms-tables = Tables
rooms-other-tables = { $count ->
    [one] The other table
   *[other] The { $count } other tables
}
rooms-sit = Sit here
rooms-sit-at = Sit at table { $number }
rooms-table-full = Full
rooms-you = you
rooms-lead = lead
rooms-facilitator = facilitator
rooms-host = host
rooms-scribe = writes along
rooms-be-host = I want to host
rooms-be-scribe = I will write
rooms-stop-host = Stop hosting
rooms-stop-scribe = Stop writing
rooms-help = Call for help
rooms-help-coming = Somebody is coming.
rooms-help-take-back = No longer needed
rooms-messages = Messages
rooms-message-from = Message from { $name }
rooms-message-told = Message from { $name }: { $text }
rooms-message-close = Read
rooms-message-close-from = Read: message from { $name }
rooms-clap = Clap
rooms-claps = { $count ->
    [one] 1 clap
   *[other] { $count } claps
}
rooms-back-note = My question too
rooms-backed = { $count ->
    [0] Nobody asks this too yet
    [one] 1 person asks this too
   *[other] { $count } people ask this too
}
rooms-taken = The initiative takes this along
rooms-note-waits = Waits for a facilitator. Then everybody sees it.
rooms-other-kinds = Something else
rooms-write = Write on the board

# The stage: what the whole hall sees
stage-pin = What is on the stage?
stage-pin-automatic = By itself
stage-pin-wall = Notes
stage-pin-questions = Questions
stage-pin-counters = Counters
stage-pin-programme = Programme
stage-pin-names = Names on notes
stage-rooms = Go to a room
stage-back-by-itself = Soon everyone is back in the hall by themselves.
stage-pitched = Speaking now
stage-queue = After this
stage-queue-more = { $count ->
    [one] and 1 more conversation
   *[other] and { $count } more conversations
}
stage-propose = Propose a conversation on your phone.
stage-slot = Slot { $slot }
stage-slot-empty = There is still room here.
stage-talk-place = Place { $place }
stage-going = { $count ->
    [one] 1 person is going
   *[other] { $count } people are going
}
stage-inside = { $count } inside
stage-gains = We take this along
stage-gains-none = What the initiatives take along comes here.
stage-pledges = I will do this
stage-pledges-none = What you will do comes here. Say it on your phone.
stage-pledge-for = For { $initiative }
stage-contacts = { $count ->
    [one] contact
   *[other] contacts
}
stage-pledged = { $count ->
    [one] time “I will do this”
   *[other] times “I will do this”
}
stage-milestones = { $count ->
    [one] milestone
   *[other] milestones
}
stage-counters = So much is there already
stage-questions = Questions from the hall
stage-questions-none = There is no question on the stage yet.
stage-ask-too = { $count ->
    [one] asks this too
   *[other] ask this too
}
stage-wall-none = There is no note on the stage yet.
stage-programme = The programme
stage-now = Now
stage-chosen-by = Chosen by { $name }.
stage-chosen-by-facilitators = Chosen by the facilitators.
stage-shared = They share this prize.
stage-goodbye-now = How to go on, on your phone:
stage-goodbye-do = Say what you will do.
stage-goodbye-report = Ask for the report by e-mail.
stage-goodbye-stay = Stay together for a year.

# Open space: proposing, placing and choosing conversations
market-propose = What do you want to talk about?
market-about-what = My conversation is about
market-good-for = Good for
market-people-optional = people (optional)
market-send = Propose
market-closed = You can't propose any more. Choose a conversation to go to.
market-own = My conversations
market-all = All conversations
market-new = { $count ->
    [one] 1 new conversation
   *[other] { $count } new conversations
}
market-slot = Slot { $slot }
market-place = Spot { $place }
market-no-place = No spot yet
market-slot-empty = There is still space for a conversation.
market-going = { $count ->
    [0] Nobody goes yet
    [one] 1 person goes
   *[other] { $count } people go
}
market-going-of = { $count ->
    [0] Good for { $heads }
    [one] Good for { $heads }, 1 goes
   *[other] Good for { $heads }, { $count } go
}
market-inside = { $count } inside
market-going-there = I'll go here
market-going-mine = I'm going here
market-go = Go there
market-on-stage = On stage now
market-in-queue = In the queue
market-twice = { $count ->
    [one] { $names } has one more conversation in this slot.
   *[other] { $names } have one more conversation in this slot.
}
market-yours = Yours
market-count = { $count ->
    [0] still empty
    [one] 1 conversation
   *[other] { $count } conversations
}
market-twice-mine = A host is in two conversations in this slot. Choose another slot, or ask somebody.
market-title = My conversation is called
market-retitle = Another title
market-give-place = Choose a spot
market-move = Another spot
market-choose-cell = Tap a spot that is free.
market-cell-free = free
market-cell-mine = your conversation is here
market-cell-taken = taken by { $title }
market-off = Take off the grid
market-off-sure = Your conversation then has no spot. Who is there comes back to the hall.
market-off-yes = Take it off
market-queue = To the stage
market-unqueue = Leave the queue
market-merge = Together with another
market-merge-with = With which conversation?
market-choose = Choose a conversation
market-merge-how = Do they say yes? Then your conversation goes on in theirs.
market-merge-ask = Ask them
market-merge-agree = Yes, together
market-merge-decline = No, rather apart
market-merge-sure = “{ $title }” then goes on in your conversation. You host it together.
market-merge-yes = Make it one
market-asks = { $names } asks: shall we do it together? It is about “{ $title }”.
market-you-asked = You asked to join “{ $title }”.
market-declined = { $names } would rather go on apart with “{ $title }”. Your question is no longer open.
market-withdraw = Take back
market-withdraw-sure = Your conversation goes away. Who is there comes back to the hall.
market-withdraw-yes = Take back
market-harvest = What this conversation brought
market-write-harvest = Write down what it brought
market-insights = What did we see?
market-insights-hint = Insights, in a few words.
market-agreements = What did we agree?
market-agreements-hint = Who does what, and when?
market-keep-both = Keep both
market-left = You still have words for “{ $title }”

# Harvest: dots, needs and “I'll do this”
harvest-choose = Which initiative do you look at?
harvest-do = I'll do this
harvest-what = What will you do?
harvest-when = When? Optional.
harvest-terms = On which terms?
harvest-unpaid = Unpaid
harvest-paid = Paid
harvest-exchange = In exchange for something
harvest-shown = Everybody at the festival sees your name and what you do.
harvest-new = { $count ->
    [one] 1 new
   *[other] { $count } new
}
harvest-do-send = Promise it
harvest-back = Take back
harvest-back-sure = What you promised goes away.
harvest-back-yes = Take back
harvest-other = I can do something else.
harvest-any = There is no need here. You can still do something.
harvest-milestones = Milestones
harvest-along = The initiative takes this along
harvest-along-none = Nothing yet. Give a dot to what you find most useful.
harvest-others = Other notes
harvest-no-word = More
harvest-dot = Give a dot
harvest-dot-mine = Your dot
harvest-dots = { $count ->
    [one] dot
   *[other] dots
}
harvest-dots-left = { $count ->
    [0] You gave all your dots.
    [one] You have 1 dot left.
   *[other] You have { $count } dots left.
}
harvest-sort = Most dots first
harvest-more = Show more ({ $count })

# Goodbye: what one wants to say, and a link to come back
goodbye-lead = All of this is up to you.
goodbye-word = What will you do?
goodbye-word-why = The organisers see what you write, with your name.
goodbye-word-label = This is what I'll do
goodbye-word-send = Let us know
goodbye-word-back = Take back
goodbye-report = The report by e-mail
goodbye-report-text = Yes, send me the report. Keep my e-mail address for that, 90 days at most. Only the organisers see my address. I can always take this back.
goodbye-report-send = Yes, send me the report
goodbye-report-yes = You will get the report.
goodbye-community = Stay together for a year
goodbye-community-text = Yes, I stay a year with the people of this festival. Keep my e-mail address for that, 365 days at most. The organisers may write to me about how it goes on. I can always take this back.
goodbye-community-send = Yes, I'll stay
goodbye-community-yes = You stay with us.
goodbye-email = My e-mail address
goodbye-until = Your yes holds until { $day }.
goodbye-no-longer = No longer
goodbye-link = My link for another device
goodbye-link-why = Open this link on your laptop or another phone. You then go on there as yourself.
goodbye-link-warning = Share it with nobody. Who has it can act as you.
goodbye-link-show = Show my link
goodbye-link-yours = My link
goodbye-link-failed = We could not get the link. Please try again.
goodbye-copy = Copy
goodbye-copied = The link is copied.
goodbye-copy-by-hand = Press and hold the link, then choose Copy.

# Hearing each other: a link by hand, on the console
console-hearing = Hearing each other
console-hearing-sum = { $count ->
    [0] no links of your own
    [one] 1 link of your own
   *[other] { $count } links of your own
}
console-hearing-pattern = The lobby and all rooms have a talk already, at { $host }. Your link goes first.
console-hearing-none = There is no fixed talk yet. Give the lobby or a room a link.
console-hearing-where = For which place?
console-hearing-tables = All tables of this room get the same link.
console-hearing-link = Link of the talk
console-hearing-hint = Paste the link from Jitsi, Zoom, Teams or anything else.
console-hearing-wrong = We can't open this link. It begins with https:// and has no spaces.
console-hearing-within = People talk within our page, through { $host }.
console-hearing-button = People get a big button. The talk opens in a new window, at { $host }.
console-hearing-set = Give this link
console-hearing-take = Take the link away
console-hearing-take-pattern = { $room }: the festival's fixed talk is used there again.
console-hearing-take-none = { $room }: there is no talk there any more.

# One address for both consents
consent-one-address = You gave this address before. There is one for both. Another address? First choose at the other: No longer.

# What came of it, for anybody to read; what the organiser chooses of it; and with a name or without
page-results-heading = There is nothing to read here now
page-results-text = The organisers did not publish this yet, or took it back.
results-eyebrow = What came of it
results-lead = Anybody may read this. The organisers choose what is here.
results-people = { $count ->
    [one] person took part
   *[other] people took part
}
results-notes-count = { $count ->
    [one] note written
   *[other] notes written
}
results-talks-count = { $count ->
    [one] conversation held
   *[other] conversations held
}
results-asked = { $count ->
    [one] request for help
   *[other] requests for help
}
results-helped = { $count ->
    [one] time help was found
   *[other] times help was found
}
results-milestones-count = { $count ->
    [one] milestone set
   *[other] milestones set
}
results-asks = { $count ->
    [one] 1 request for help is still open
   *[other] { $count } requests for help are still open
}
results-talks-none = There are no conversations yet.
results-prizes-none = No prize was revealed yet.
results-given = Given by { $giver }
results-back = All of { $title }
results-open = Still open
results-found = { $count ->
    [one] Help was found once
   *[other] Help was found { $count } times
}
results-needs-lead = Can you help, or do you know somebody? Come in and say so.
results-come-in = Come in and help
results-needs-none = There are no requests for help yet.
results-notes = What people gave
results-notes-none = There are no notes yet.
results-recipe-none = There is no recipe yet.
results-changed = Other than in { $version }
results-changed-how = New words are underlined. What is gone is crossed out.
results-changed-none = Nothing is other than in { $version } yet.
results-new = new:
results-gone = gone:
results-rest = on:
results-behind = This is behind it
results-milestones-none = There are no milestones yet.
results-calendar = Put the milestones in your calendar (ICS)
results-state = { $state ->
    [done] Done
    [moved] Moved
    [dropped] Dropped
   *[planned] Planned
}
results-goals = Goals for the world that this works for
results-goal = { $goal ->
    [1] Nobody poor
    [2] Food for everybody
    [3] Healthy lives
    [4] Good learning
    [5] Women and men equal
    [6] Clean water
    [7] Clean energy
    [8] Fair work
    [9] Clever technology
    [10] Smaller differences
    [11] Good neighbourhoods
    [12] Careful with things
    [13] A cooler earth
    [14] Life in water
    [15] Life on land
    [16] Peace and justice
   *[17] Stronger together
}
results-names-none = There are no names of people here. A name is shown only if its owner agrees.
results-names-some = Only people who agreed are named here. Their yes holds until { $day } at most.
results-names-back = Who no longer wants to be named takes that yes back. The name goes at once.
publish-title = Publish
publish-lead = Choose what anybody may read, without a login. Only people who agreed are named.
publish-behind = Notes are behind a new recipe. They are shown if the notes are published too.
publish-festival = The whole festival
publish-part = { $part ->
    [card] Card
    [needs] Requests for help
    [notes] Notes
    [recipe] Recipe
    [milestones] Milestones
    [conversations] Conversations
    [prizes] Prizes
   *[numbers] Figures
}
publish-now = Public now: { $parts }.
publish-nothing = Nothing is public here now.
publish-do = Publish this
publish-back = Take all back
publish-see = View
publish-of = of { $name }
publish-none = There are no initiatives yet.
goodbye-named = My name with what I wrote
goodbye-named-text = Yes, put my name with my notes and conversations, if the organisers publish them. Anybody can read them then. My yes holds for 365 days at most. I can always take this back.
goodbye-named-send = Yes, name me
goodbye-named-yes = You may be named.
goodbye-results = Read what came of it
goodbye-results-text = The organisers published this. You may share the link with anybody.
goodbye-results-go = To the results

# After the day: expert groups, milestones, letters
after-line = Join in or ask something: groups, milestones and letters
after-group = Expert group
after-groups = Expert groups
after-groups-why = Make something useful together with others. The group stays open after the day.
after-open = Open an expert group
after-title = What is the group called?
after-product = What will you make?
after-method = Method
after-podcast = Podcast
after-plan = Programme plan
after-other = Something else
after-to-group = To the group: { $title }
after-close = Close sign-up
after-reopen = Open sign-up again
after-shut = Sign-up is closed
after-members = { $count ->
    [0] nobody yet
    [one] 1 person
   *[other] { $count } people
}
after-together = Join in
after-who = Who is in it?
after-brings = What do you bring?
after-join = I will join
after-join-send = Sign me up
after-in = You are in. The group and the initiative see your name and what you bring.
after-leave = Leave the group
after-leave-sure = You leave the group { $title }. What you wrote on the board stays.
after-leave-yes = Yes, I leave
after-enter = { $count ->
    [0] Go into the room. Nobody is there now.
    [one] Go into the room. 1 person is there now.
   *[other] Go into the room. { $count } people are there now.
}
after-planned = Still to come
after-moved = Moved
after-done = Done
after-dropped = Dropped
after-tell = Tell how it went
after-how = How does it stand?
after-new-date = New date
after-why = Why? One line
after-letters = See a chance, have a question?
after-letters-why = Write to this initiative. Only they and the facilitators read your letter.
after-letters-why-festival = Write to the festival, after the day too. Only facilitators and organisers read your letter.
after-letter-write = Write a letter
after-letter-kind = What is it?
after-letter-text = Your letter
after-letter-send = Send
after-letter-back-sure = Your letter goes, with its answer. Are you sure?
after-chance = Chance
after-question = Question
after-answer = Answer
after-no-answer = No answer yet
after-answer-label = Answer to this letter
after-letters-ours = Letters to us
after-letters-none = There are no letters yet.
after-letters-festival = Letters and questions
after-unanswered = Questions to initiatives without an answer
after-unanswered-none = All questions have an answer.
after-unanswered-sum = { $count ->
    [0] all answered
    [one] 1 question waits
   *[other] { $count } questions wait
}

# Offering help, getting an answer, reaching each other
offer-can = I can help
offer-know = I know somebody
offer-help = Offer help
offer-how = What is it?
offer-what = How can you or the other help? One sentence is enough.
offer-when = When is that possible? May be empty.
offer-behalf = On behalf of an organisation? May be empty.
offer-for = on behalf of
offer-send = Offer this
offer-mine = My help
offer-need-gone = This request is no longer there.
offer-counts = { $offers ->
    [one] help offered once
   *[other] help offered { $offers } times
}
offer-found = { $found ->
    [one] found once
   *[other] found { $found } times
}
offer-state = { $reply ->
    [yes] The initiative says: yes, please
    [later] The initiative says: later
    [no] The initiative says: no, thank you
   *[none] The initiative has not answered yet
}
offer-back = Take my help back
offer-back-sure = What you offered disappears.
offer-back-sure-yes = What you offered disappears. You no longer see how to reach each other.
offer-ours-heading = Help for us
offer-ours-short = Help
offer-ours-lead = Say yes, later or no to each offer. After a yes you can share how to reach each other.
offer-ours-none = No help was offered yet. Ask exactly for what you need: then it comes sooner.
offer-ours-waiting = waiting for an answer
offer-answer = { $reply ->
    [yes] Yes, please
    [later] Later
   *[no] No, thank you
}
offer-line = A sentence with it. May be empty.
offer-ours = { $reply ->
    [yes] You said: yes, please
    [later] You said: later
   *[no] You said: no, thank you
}
offer-another = Give another answer
offer-another-sure = If you no longer say yes, you no longer see how to reach each other.
reach-heading = Reaching each other
reach-why = You see how to reach each other once both of you say yes. Nobody else sees it.
reach-contact = How can you be reached? An e-mail address or number
reach-text = Yes, { $name } may see this, for this offer only. It is kept for at most 365 days. I can always take it back.
reach-send = Share my contact
reach-theirs = You can reach { $name } at:
reach-mine = The other sees this of you:
reach-mine-alone = The other will see this after a yes of their own:
reach-taken = Somebody else of you already shared a contact for this offer.
reach-stop = No longer share it
reach-stop-sure = The other no longer sees how to reach you, nor you how to reach them.
sector-ask = I take part as
sector-why = So we count how often government and others find each other. Your name does not count.
sector = { $sector ->
    [resident] Resident
    [initiative] Initiative
    [municipality] Municipality or government
    [company] Company
    [fund] Fund
    [other] Something else
   *[unsaid] I would rather not say
}
stage-connected = { $count ->
    [one] time help was found
   *[other] times help was found
}

# The recipe that grows, and the goals
grown-see = See what is different, and earlier recipes
grown-version = Which recipe do you read?
grown-lead = Change what can be better. Put with each part the notes that are behind it.
grown-read = Read what is different
grown-begin = Begin { $version }
grown-begin-sure = { $before } stays as it is now. The new recipe begins as a copy of it.
grown-behind = { $count ->
    [0] Put notes behind this
    [one] 1 note is behind this
   *[other] { $count } notes are behind this
}
grown-behind-none = First choose at a note: I take this along.
goals-heading = Goals for the world
goals-why = Which of the seventeen goals does this initiative work for?
goals-choose = { $count ->
    [0] Choose goals
    [one] 1 goal chosen
   *[other] { $count } goals chosen
}

# What came of the day for the time after it, in the files
outcome-offers = Help that was offered
outcome-behalf = On behalf of
outcome-replied = The initiative said
outcome-reply = { $reply ->
    [yes] yes, please
    [later] later
    [no] no, thank you
   *[none] no answer yet
}
outcome-connections = Help that was found
outcome-sort-heading = Counts as
outcome-sort = { $sort ->
    [public] with government
    [private] without government
   *[unsaid] not said
}
outcome-count = Number
outcome-help = Help by kind
outcome-asked = Asked
outcome-offered = Offered
outcome-found = Found
outcome-open = One can sign up
outcome-brought = What people bring
outcome-changes = What is different
outcome-was = It said
outcome-behind = Notes behind it
outcome-goal = Goal
outcome-letters = Letters
outcome-unanswered = Without an answer
outcome-over-time = Notes per five minutes
outcome-why = Why
outcome-members = { $count ->
    [one] 1 person
   *[other] { $count } people
}
outcome-help-line = asked { $asked ->
    [one] once
   *[other] { $asked } times
}, offered { $offered ->
    [one] once
   *[other] { $offered } times
}, found { $found ->
    [one] once
   *[other] { $found } times
}
desk-csv = Tables (CSV, in a zip)
desk-ics = Milestones for a calendar (ICS)
desk-zip = All in one zip
mine-calendar = Put my milestones in my calendar

# Charts of what came of it
chart-time = Notes in the course of time
chart-time-text = { $count ->
    [one] 1 note came, between { $begins } and { $ends }.
   *[other] { $count } notes came, between { $begins } and { $ends }.
}
chart-time-most = { $count ->
    [one] There was never more than 1 at once, first between { $begins } and { $ends }.
   *[other] Most notes, { $count }, came between { $begins } and { $ends }.
}
chart-turnout = How many people voted
chart-turnout-text = { $voted } of the { $people } people voted on: { $prizes }.

# The report on paper (PDF)
desk-pdf = Report (PDF)
paper-contents = Contents
paper-whole = The whole
paper-own = Room for notes of your own
paper-more = { $count ->
    [one] 1 more note is in the spreadsheet.
   *[other] { $count } more notes are in the spreadsheet.
}
paper-names = We put no names of people with it.
paper-box = □ stands for a sign that can't be printed here.

## My data

mydata-heading = My data
mydata-lead = This is what the festival knows about you. Only you see this page.
mydata-back = Back
mydata-name = Your name
mydata-came = You came in on { $day }.
mydata-stays = Your name stays until { $day }. Then it goes by itself.
mydata-rename = Another name
mydata-out = You were put out of this festival. You can still see what there is of you, and have it erased. Is your name wrong? Ask the organisers.
mydata-words-heading = What you wrote and agreed to
mydata-fix = Change it or take it back on your own screen.
mydata-nothing = You wrote nothing yet.
mydata-until-day = Stays until { $day }.
mydata-notes = Notes
mydata-pledges = What I will do
mydata-offers = Help you offered
mydata-contacts = How you can be reached
mydata-groups = Groups you are in
mydata-letters = Letters
mydata-farewell = At the goodbye
mydata-address = E-mail
mydata-agreed = You said yes to this
mydata-ended = You said yes to this, and it holds no more
mydata-conversations = Conversations you began
mydata-milestones = Milestones with your name
mydata-messages = Messages
mydata-take = Take it along
mydata-html = To read (HTML)
mydata-json = For a computer (JSON)
mydata-erase = Forget me
mydata-erase-text = The name goes everywhere, within a minute. This can't be undone.
mydata-erase-tallies = Numbers stay, such as dots and results. A vote in an open ballot is dropped.
mydata-erase-others = What others wrote or saved before, we can't forget.
mydata-keep = My words may stay, without my name
mydata-drop = My words go too
mydata-sure = Yes, I am sure
mydata-choose = Choose what happens to your words. Tick yes as well.
mydata-who = Who
mydata-what = For what
mydata-words = The words
mydata-since = Said yes on
mydata-days = For how many days
mydata-until = Ended on
mydata-for =
    { $what ->
        [report] The report by e-mail
        [community] To hear from us for a year
        [named] To be named on public pages
       *[contact] To show how somebody can be reached
    }
mydata-leave = Leave this device
mydata-leave-text = Is this not your device? Then it forgets who you are. Your notes stay.
left-heading = This device no longer knows you
left-text = Come back by your own link, or by the front door.
erased-heading = You are forgotten
erased-text = Your name is gone. See you again, perhaps under another name.
people-heading = People
people-lead = Does somebody ask to be forgotten? Do it here.
people-agreements = Who said yes to what (CSV)
people-known =
    { $count ->
        [0] Nobody is known by name any more
        [one] { $count } person is known by name
       *[other] { $count } people are known by name
    }
people-erased =
    { $count ->
        [one] { $count } person was forgotten.
       *[other] { $count } people were forgotten.
    }
people-erase = Forget
people-keep = Forget. Their words stay, without a name
people-drop = Forget. Their words go too
desk-role-participant = Participant
desk-people = Names
desk-people-until = Names stay until { $day }. Who came later, or said yes to more, stays longer.
desk-people-free = Names stay for { $days } days, from coming in.
desk-people-soon = The names go soon. Take home now what you want to keep with names.
desk-people-gone = The names of the day itself are forgotten. Who came later is known a little longer.
desk-people-see = Who is known, and forgetting somebody
somebody = Somebody
