# Many companies: counting them, changing between them
clients-here = <b>{ $company }</b> (open now)
clients-count = { $count ->
    [one] { $count } company of yours has a report under way. Tap to see which:
   *[other] { $count } companies of yours have a report under way. Tap to see which:
}
tap-clients = 📊 All progress
tap-all-clients = 🏢 All companies
tap-open-client = ▶️ { $name }
tap-sign-ready = ✅ Ready { $count }
tap-sign-one-missing = 🟡 One missing { $count }
tap-sign-overdue = 🔴 Overdue { $count }
tap-sign-silent = 💤 Silent ≥{ $days } days { $count }
tap-sign-unreachable = 📵 Nobody reachable { $count }
sign-ready = ✅ Ready to file: { $count }
sign-one-missing = 🟡 Only one item missing: { $count }
sign-overdue = 🔴 With an overdue step: { $count }
sign-silent = 💤 Nothing for { $days } days or more: { $count }
sign-unreachable = 📵 Nobody but you can be reached: { $count }
client-which = Which one? You can also type more of the name.
client-not-found = No company called “{ $name }” here, or the name does not match.
todo-heading-page = <b>{ $company }</b>
    All on this page are theirs; { $count } wait for you in all, soonest first:

# Whose a file is
whose-name = “{ $name }”
whose-ask = { $name }{ $count ->
    [1] {" "}speaks of
   *[other] {" "}and the rest ({ $count } files) speak of
} { $named }, but “{ $company }” is open. Whose is it? Nothing is handed in yet.
whose-more = { $count ->
    [one] { $count } more file waits to be asked about.
   *[other] { $count } more files wait to be asked about.
}
tap-whose-there = It is { $name }
tap-whose-here = Keep: { $name }

# Bringing in clients
tap-import = 📥 Import clients
tap-import-template = 📄 Send me the template
tap-import-look = 👀 Look first
tap-import-build = { $count ->
    [0] ✅ Add missing reports
    [1] ✅ Build 1 company
   *[other] ✅ Build { $count } companies
}
tap-import-faults = ⬇️ Download bad lines
tap-import-back = ‹ Back
tap-import-on = ▶️ Go on
tap-import-stop = Stop here
import-heading = <b>Import clients</b>
import-ask = Please send your list of clients (.xlsx or .csv, up to 2000 lines).
    A company with several licences or years takes several lines. You see it before anything is built.
import-refused = ❗ { $why }
import-no-sheet = A spreadsheet is wanted here, .xlsx or .csv: just send it.
import-sheet = Clients
import-fault-sheet = Clients - bad lines
import-fault-column = Problem
import-template-caption = Template for your clients: fill it in and send it back
import-faults-caption = The bad lines, each with its reason. Put them right and send this file back
import-column-hint = { $needed }. { $hint }
import-read = { $count } read: { $ready } can be built, { $bad } with faults
import-known = You have { $count } of them already: not built twice, only missing reports are added.
import-fault = ▫️ Entry { $line } { $name } · { $why }
import-fault-why = { $column }: { $why }
import-word-hint = { $why } { $hint }
import-more-faults = … { $count } more with faults, to be downloaded
import-licence = { $year } { $licence } { $coverage }
import-client = ▫️ { $name } · { $licences } · { $owner }
import-begun = ⏳ Begun with { $count ->
    [1] 1 company
   *[other] { $count } companies
}; you will hear when it is done.
import-progress = ⏳ { $done } / { $total } built
import-left = It stopped at { $done } / { $total }: { $count } not built yet.
import-done = ✅ Done: { $built } built{ $completed ->
    [0] {""}
   *[other] , reports added to { $completed }
}.
import-nothing-new = Nothing new: all on the list is there already.
import-done-known = Lacking nothing, left as they are: { $count }.
import-done-refused = ⚠️ { $count } could not be built (archived, resting, or not yours to change): { $names }. Put that right and send the list again; nothing is built twice.
file-after-import = The file is not taken yet: tap “Go on” or “Stop here” first, then send it again.
cancelled-import = All right, stopped: { $done } done, { $count } not built. Send the list again to go on; nothing is built twice.
notice-clients-given = 👋 { $who } brought in clients: this one and others on the same list are yours to look after.
client-column-name = Company
client-column-uscc = Credit code
client-column-kind = Licence type
client-column-licence-no = Licence number
client-column-coverage = Coverage
client-column-year = Year
client-column-profile = Scope
client-column-owner = Owner
client-hint-name = As on the business licence
client-hint-uscc = 18 signs
client-hint-kind = One of: { $options }
client-hint-licence-no = Such as 京B2-20170206
client-hint-coverage = Nationwide or one province: { $options } …
client-hint-year = One of: { $options }
client-hint-profile = One of: { $options }
client-hint-owner = A colleague's name or number; empty means yourself
words-nationwide = nationwide|national|all
words-province-ends = province|municipality
words-company-places = the|china|beijing|shanghai|shenzhen|guangzhou|hangzhou|nanjing|chengdu|wuhan
words-company-ends = co|ltd|limited|inc|corporation|corp|company|group|holdings|technology|technologies|tech|network|networks|information|communications|communication|telecom|data|software|services|service|consulting

# Bringing in clients: what is wrong
error-client-columns = The headings needed are not there (company, credit code, licence type, coverage, year, scope). Please fill in the template.
error-client-cell-empty = is empty
error-client-word = “{ $word }” is not understood.
error-client-owner = no colleague is called “{ $name }”. Invite them into the company you have open, or leave it empty to look after it yourself
error-client-owner-unclear = several are called “{ $name }”; give their number instead
error-client-twice = the same as entry { $line }
error-client-other-name = same code as entry { $line }, but another name or owner
