"""The tables of the journal, and how to come from each version of them to the next."""

from collections.abc import Sequence

FIRST = """
    create table inbox(
        id integer primary key autoincrement,
        server text not null,
        update_id integer not null,
        chat integer,
        body text not null,
        state text not null default 'new' check(state in ('new', 'applied', 'finished', 'aside')),
        taken_at integer not null,
        why text not null default ''
    ) strict;
    create index inbox_known on inbox(server, update_id, taken_at);
    create index inbox_open on inbox(server, id) where state in ('new', 'applied');
    create index inbox_by_time on inbox(taken_at);
    create table heard(server text primary key, at integer not null) strict, without rowid;
    create table people(person text primary key, facts text not null) strict, without rowid;
    create table notes(chat integer primary key, note text not null) strict;
    create table directory(
        company text primary key,
        name text not null,
        uscc text not null,
        lifecycle text not null
    ) strict, without rowid;
    create table membership(
        person text not null,
        company text not null references directory(company) on delete cascade,
        primary key(person, company)
    ) strict, without rowid;
    create index membership_of on membership(company);
    create table trail(
        company text not null references directory(company),
        seq integer not null check(seq > 0),
        event text not null,
        primary key(company, seq)
    ) strict, without rowid;
    create table intents(
        id integer primary key autoincrement,
        company text not null,
        seq integer not null,
        rest text not null
    ) strict;
    """

CHAIN = """
    alter table trail add column salt text not null default '';
    alter table trail add column commitment text not null default '';
    alter table trail add column link text not null default '';
"""
"""Events are chained (docs/decisions/0010); a link of '' marks one from before, sealed at its
company's next commit, a salt of '' with a link one whose payload was erased."""

TEAM = """
    create table invitations(
        digest text primary key,
        company text not null references directory(company) on delete cascade
    ) strict, without rowid;
    create index invitations_of on invitations(company);
    create table groups(
        chat integer primary key,
        company text not null references directory(company) on delete cascade,
        message integer not null default 0,
        shown text not null default '',
        edited_at integer,
        change integer not null default 1,
        stale_since integer
    ) strict;
    create index groups_of on groups(company);
    create index groups_stale on groups(stale_since) where stale_since is not null;
    create table outbox(
        id integer primary key autoincrement,
        key text not null unique,
        notice text not null,
        state text not null default 'pending' check(state in ('pending', 'claimed', 'sent', 'dead')),
        attempts integer not null default 0,
        doubts integer not null default 0,
        next_at integer not null default 0,
        message integer,
        settled_at integer,
        why text not null default ''
    ) strict;
    create index outbox_pending on outbox(id) where state = 'pending';
    create index outbox_settled on outbox(settled_at) where settled_at is not null;
    create index inbox_open_of on inbox(server, chat, id) where state in ('new', 'applied');
    alter table people add column reachable integer not null default 1;
    create table open_work(
        company text not null references directory(company) on delete cascade,
        season text not null,
        item text not null,
        person text not null,
        due integer not null,
        primary key(company, season, item, person)
    ) strict, without rowid;
    create index open_work_of on open_work(person, due, company, season, item);
    create table loads(
        company text not null references directory(company) on delete cascade,
        person text not null,
        items integer not null,
        primary key(company, person)
    ) strict, without rowid;
    create index loads_of on loads(person, company, items);
    create table standings(
        company text primary key references directory(company) on delete cascade,
        missing integer not null,
        unreported integer not null,
        open integer not null,
        next_due integer not null,
        active_at integer not null
    ) strict, without rowid;
    create table projected(digest text not null) strict;
"""
"""Whoever was remembered before had written to us, so that they count as reachable."""

HEADS = """
    create table heads_told(
        company text primary key references directory(company) on delete cascade,
        told text not null
    ) strict, without rowid;
    create table heads_told_on(day integer not null) strict;
"""
"""The link of each company that was told last, and the day."""

BOARD_PAGE = """
    alter table groups add column page integer not null default 0;
    alter table groups add column to_pin integer not null default 0;
    alter table groups add column title text not null default '';
"""
"""The page a group has turned its board to, whether it is still to be pinned, what the group is
called: '' until its company changes."""

FEEDS = """
    alter table people add column feed text;
    create unique index people_feed on people(feed) where feed is not null;
"""
"""The SHA-256 of the secret in the address of a person's calendar feed."""

REMINDERS = """
    create table watches(
        company text primary key references directory(company) on delete cascade,
        looked integer not null,
        next_at integer,
        change integer not null default 1
    ) strict, without rowid;
    create index watches_next on watches(next_at) where next_at is not null;
    create table sends(
        id integer primary key autoincrement,
        ref text not null,
        recipient text not null,
        channel text not null,
        is_repeat integer not null,
        state text not null default 'claimed' check(state in ('claimed', 'sent', 'unknown', 'refused')),
        claimed_at integer not null,
        settled_at integer,
        message integer
    ) strict;
    create index sends_of_ref on sends(ref);
    create unique index sends_claimed on sends(recipient) where state = 'claimed';
    create unique index sends_claimed_ref on sends(ref) where state = 'claimed';
    create index sends_settled on sends(settled_at) where settled_at is not null;
    create table rungs(
        id integer primary key autoincrement,
        key text not null unique,
        company text not null,
        season text not null,
        recipient text not null,
        rank integer not null,
        at integer not null,
        owed text not null,
        state text not null default 'pending' check(state in ('pending', 'claimed', 'ended')),
        next_at integer not null,
        attempts integer not null default 0,
        doubted text not null default '',
        send integer references sends(id) on delete set null,
        folded integer not null default 0,
        ending text,
        why text not null default '',
        settled_at integer
    ) strict;
    create index rungs_due on rungs(next_at, recipient, rank) where state = 'pending';
    create index rungs_pending on rungs(recipient, next_at) where state = 'pending';
    create index rungs_sent on rungs(send) where send is not null;
    create index rungs_of on rungs(company, id);
    create index rungs_failed on rungs(settled_at, id) where ending in ('failed', 'unreachable');
    create index rungs_settled on rungs(settled_at, company, season) where settled_at is not null;
    create table restored(at integer not null) strict;
"""
"""A company is looked at when `next_at` comes, at once where it is 0, and rungs after `looked` are
owed. `doubted` names the send that may have carried a rung already, `send` the latest that tried."""

HELD_NOTICES = """
    alter table outbox add column held integer not null default 0;
    alter table outbox add column carrier text;
    alter table outbox add column recipient text as (json_extract(notice, '$.to')) virtual;
    drop index outbox_pending;
    create index outbox_next on outbox(next_at) where state = 'pending';
    create index outbox_to on outbox(recipient, next_at) where state = 'pending';
    create index outbox_carried on outbox(carrier) where carrier is not null;
"""
"""`held` notices wait for the end of their reader's quiet hours; `carrier` names the one in whose
message a notice went. What waits is found by its moment: those that are held cost nothing."""

STEPS: Sequence[str] = (
    *(FIRST, CHAIN, TEAM, HEADS, BOARD_PAGE, FEEDS, REMINDERS),
    HELD_NOTICES,
)
"""A released step never changes."""
