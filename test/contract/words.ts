import { ACTIVITY_WORDS } from '../../src/domain/activity.ts';

const KNOWN_WORDS = Object.values(ACTIVITY_WORDS)
  .flat()
  .map((word) => `\`${word}\``)
  .join(', ');

/**
 * What every schema of the contract and every one of its members means, by name: `Release`, `Release.version`. A `*`
 * stands for every kind of a union. The document is not written while one of them is missing or left over.
 */
export const WORDS: Readonly<Record<string, string>> = {
  Money: 'An amount of money. Amounts are decimal text, never floating point numbers.',
  'Money.amount': 'Decimal text such as `199.00`.',
  'Money.currency': 'ISO 4217 code.',

  Release: 'One build of an extension that its vendor published.',
  'Release.version':
    'As the vendor writes it. Dotted numbers with an optional pre-release part are put in order; anything else is shown as written and ordered by date.',
  'Release.builtAt':
    'When it was built. This decides whether a license covers the release: the instant becomes a calendar day in `vendorZone` and is compared with the last day of maintenance. `null` when the vendor does not say; then `publishedOn` decides.',
  'Release.publishedOn':
    'The day it was announced, which may lie months away from the build. Decides only when `builtAt` is `null`. `null` when the vendor does not say. With neither date nobody can say whether a license covers the release, and it is never called covered.',
  'Release.requiresHost':
    'Range of host versions it runs on, in the syntax that `constraints` names. `*` = any host. `null` = the vendor does not say, which is not taken for "any".',
  'Release.security': 'The vendor marked it as repairing a security flaw.',
  'Release.prerelease':
    'Not final, so never offered by itself. A version such as `5.0.0-beta.2` counts as one in any case.',
  'Release.grantedTo':
    'The vendor gives this release to licenses whose maintenance ended on or after this day, although it was built later. `null` = to nobody.',

  DetailedRelease: 'A release with what only the details show.',
  'DetailedRelease.notes':
    'What changed: plain text or a small Markdown subset (lists, `**bold**`, `` `code` ``). Never HTML; markup is shown as text.',
  'DetailedRelease.sizeBytes': 'Size of the package in bytes; `null` when unknown.',
  'DetailedRelease.migratesData':
    'Whether installing changes stored data in a way the way back cannot undo; `null` when nobody can say.',
  'DetailedRelease.kept':
    'The host still has this package on disk, so installing it needs no download.',

  License:
    'What was bought for an extension. Says until when the extension runs and which releases belong to it; the host does not need to work out either. A host that cannot say, because the key administrator is unreachable for example, answers `unknown` and never a guess.',
  'License.not-needed': 'The extension is free of charge.',
  'License.missing': 'A license is required and there is none.',
  'License.unknown': 'The host cannot say what was bought. Nothing is called covered.',
  'License.evaluation': 'A trial. Covers every release, and stops after its last day.',
  'License.perpetual':
    'Runs for ever. Covers the releases built on or before the last day of maintenance.',
  'License.subscription':
    'A lease. Covers every release while it lives, and stops after its grace period.',
  'License.*.kind': 'Tells the kinds of license apart.',
  'License.*.number':
    'Key number without the version that changes at every renewal: `EXT.00123456`.',
  'License.*.standing':
    'How the key administrator regards the key. `suspended` may be lifted, `terminated` is final.',
  'License.*.errors':
    'What is wrong with the license; empty when nothing is, and never left out. `EXPIRED` stops an evaluation or a lease whatever its dates say, `VERSION_MISMATCH` says that the installed release does not belong to it; the others say that it is of the wrong sort.',
  'License.missing.trialOffered': 'A trial can be had for it.',
  'License.unknown.reason': 'Why not, in a sentence for administrators.',
  'License.evaluation.expiresOn': 'The last day it runs, that day included.',
  'License.perpetual.maintenanceEndsOn':
    'The last day a release may be built to belong to it, that day included; `never` = maintained for ever. Not `null`: a host that does not know the day answers `{"kind": "unknown"}`.',
  'License.subscription.paidThrough': 'The last day that is paid for, that day included.',
  'License.subscription.runsThrough':
    'The last day it still runs, that day included; the days after `paidThrough` are the grace period. Not after `paidThrough` = no grace.',
  'License.subscription.autoRenews':
    'Whether the key administrator renews it by itself: it asks the vendor on `paidThrough`, and then once a day up to and with `runsThrough`; after that it gives up. `null` or left out = not said.',
  'License.subscription.terminatesOn':
    'The day on which it is terminated for good unless it was renewed by then. `null` or left out = not said.',

  Status: 'Whether the host runs an extension.',
  'Status.enabled': 'It runs.',
  'Status.disabled': 'Somebody switched it off.',
  'Status.failed': 'The host tried to run it and could not.',
  'Status.*.kind': 'Tells the states apart.',
  'Status.failed.reason': 'The host’s own sentence, for administrators.',

  Hold: 'An administrator’s decision not to update an extension for now.',
  'Hold.reason': 'In the administrator’s words.',
  'Hold.by': 'Name of the person who decided.',
  'Hold.until': 'The last day of the hold, that day included; `null` = until someone releases it.',
  'Hold.ground':
    'What it was decided under. When the host or the license changes, the hold has ended. `null` = not kept; then only the day, or a person, ends it.',

  HoldGround:
    'What a hold was decided under. The panel sends it with the hold; the host keeps it as it is.',
  'HoldGround.hostVersion': 'Version of the host at that time.',
  'HoldGround.license': 'What the license allowed at that time, in the panel’s words.',

  Skip: 'An administrator’s decision against one release. The next one is offered again.',
  'Skip.version': 'The release that is not wanted.',
  'Skip.reason': 'In the administrator’s words; may be empty.',
  'Skip.by': 'Name of the person who decided.',

  Advisory: 'A published flaw of some versions of an extension.',
  'Advisory.id': 'The publisher’s own name for it, such as `CVE-2024-12345`.',
  'Advisory.title': 'What it is, in a sentence.',
  'Advisory.severity': 'In the publisher’s word; `null` when it gives none.',
  'Advisory.affects':
    'The versions that have the flaw, as a range in the syntax that `constraints` names: `>=4.0 <4.23.0`.',
  'Advisory.url': 'An https page about it, or `null`.',

  Extension: 'An installed add-on of the host, with the releases needed to decide about it.',
  'Extension.key':
    'Names the extension; unique on this host. Entries that share a key are all refused. Part of addresses, so neither `.` nor `..`.',
  'Extension.name': 'For people.',
  'Extension.vendor': 'Who makes it, for people.',
  'Extension.installed': 'The installed release.',
  'Extension.status': 'Whether the host runs it.',
  'Extension.license': 'What was bought for it.',
  'Extension.previousLicense':
    'What the key before the one in use gave; rolling the key back restores it. Its days are those of that key, its `standing` is as far as the host knows. `null` or left out = there is none, or the host does not keep it.',
  'Extension.policy':
    'Name of the rule by which its vendor decides which releases a perpetual license covers. `build-date`: those built on or before the last day of maintenance. `published-or-granted`: those announced by then. `patches-free`: every patch of a version line (`2.1`) that began by then. `fallback-line`: everything while maintained, afterwards the line that was current twelve months before the end, and older. `none-after-end` and `live-subscription`: everything while maintained, nothing afterwards; what is installed goes on running, with `none-after-end` only what was built in time. Other names are for policies that the embedding page brings along; of a name nobody knows nothing is called covered. `null` = the panel’s own choice, `build-date` unless the embedding page made another.',
  'Extension.securityAlways':
    'The vendor gives security releases to every license, also after its maintenance ended.',
  'Extension.hold': 'The hold on it, or `null`.',
  'Extension.skipped': 'Single releases an administrator does not want, each version once.',
  'Extension.previous':
    'The version that ran before the installed one; `null` where none is known. When the extension failed this is where the way back goes, if the license covers it.',
  'Extension.autoUpdate':
    'Whether the host updates it by itself; `null` where the host has no such switch for it.',
  'Extension.advisories': 'Published flaws of any of its versions.',
  'Extension.supportUrl':
    'Where its vendor helps; `https` only, without credentials. `null` = none known.',
  'Extension.sellsOffers':
    'Something can be bought for it whatever its license, such as a report for one domain; *Buy* is then offered.',
  'Extension.releases':
    'The releases needed to decide, in any order: all that are newer than the installed one. Where a way back may be wanted (the installed release is not covered, or the extension failed), and with the policies that go by version lines, the older ones too. Each version once, without notes.',

  InventoryPage:
    'A page of the list of installed extensions, with what is the same for all of them.',
  'InventoryPage.asOf':
    'The host’s clock. The panel takes today from here and from the session, never from the browser.',
  'InventoryPage.hostVersion': 'Version of the host, compared with `requiresHost`.',
  'InventoryPage.vendorZone':
    'IANA name of the zone in which build instants and today become calendar days.',
  'InventoryPage.constraints':
    'How `requiresHost` is written: as npm writes ranges, or as Composer does.',
  'InventoryPage.snapshot':
    'Grows with every change of the list, and is the same on all pages of one reading. Survives restarts and restored backups (a timestamp will do): a panel refuses a list whose snapshot is smaller than one it has seen.',
  'InventoryPage.extensions': 'The extensions of this page, in a stable order.',
  'InventoryPage.next':
    'Cursor of the next page; `null` on the last. Opaque to the panel; no cursor comes twice in one reading.',

  Releases: 'The whole history of one extension.',
  'Releases.extension': 'Key of the extension; an answer about another one is refused.',
  'Releases.releases':
    'All releases, older ones and pre-releases included, in any order, each version once.',

  Session: 'Who is asking, of which host, and what both can do.',
  'Session.host': 'The host.',
  'Session.host.name': 'For people.',
  'Session.host.version': 'Its version.',
  'Session.constraints': 'How `requiresHost` is written.',
  'Session.asOf': 'The host’s clock, now.',
  'Session.vendorZone': 'IANA name of the zone in which license days are counted.',
  'Session.actor': 'The person asking.',
  'Session.actor.id': 'Stable; tells one’s own orders from those of others.',
  'Session.actor.name': 'For people.',
  'Session.actor.roles': '`admin`, `buyer` or `viewer`, see "Roles". Unknown words allow nothing.',
  'Session.capabilities': 'What this host can do, see "Capabilities". Unknown words are ignored.',
  'Session.storeOrigins':
    'The only origins a token may be sent to, as browsers write them: `https://store.example.com`, without a path. A store address on another origin is not followed.',
  'Session.mainKey': 'Number of the host’s main key, or `null`.',
  'Session.licensesCheckedAt':
    'When the key administrator was last asked for licenses, whoever asked; the panel shows it beside *Check again*. `null` or left out = the panel can only tell of its own checks.',

  Task: 'Work the host does on one extension. It goes on whether or not anybody watches.',
  'Task.id': 'Names the task. Part of addresses.',
  'Task.extension': 'Key of the extension it works on.',
  'Task.kind': 'What is being done.',
  'Task.from': 'Version it started from; `null` when nothing was installed.',
  'Task.to': 'Version it leads to; `null` for an uninstall.',
  'Task.phase':
    'How far it is. `done`, `failed` and `canceled` are final; a canceled task has changed nothing.',
  'Task.percent': '0 to 100; `null` when the host cannot say.',
  'Task.cancelable': 'Whether it may still be canceled now.',
  'Task.startedAt': 'When it was asked for.',
  'Task.batch': 'Id of the batch it is a step of, or of whose undo; `null` = of none.',
  'Task.failure': 'Why it failed; `null` while it has not.',
  'Task.failure.reason': 'A sentence for administrators.',
  'Task.failure.rolledBack': 'Whether the host put the old version back.',

  Activity:
    'Something that happened at the host. **No member holds a key number, a token or an activation code**, not even inside a sentence. Written down once and never changed: the end of what takes long is an entry of its own.',
  'Activity.id': 'Names the entry. Entries of a page that share an id are all refused.',
  'Activity.at': 'When it happened.',
  'Activity.by':
    'Who did it, or asked for what the host then did; `null` = the host by itself, as a payment it heard of. Never left out.',
  'Activity.by.id': 'Names the person; as in the session.',
  'Activity.by.name': 'Name for people.',
  'Activity.what': `What was done. The panel has sentences for ${KNOWN_WORDS}; \`auto-update-on\` and \`auto-update-off\` without an extension are about all. Any other word is shown by its \`text\`.`,
  'Activity.result':
    'How it ended. `started` for the beginning of what takes long: installs, removals, batches, orders.',
  'Activity.extension':
    'Key of the extension it was about; `null` = of several, all or none. The extension may be gone by now.',
  'Activity.about':
    'Name of that extension or title of the order, for people; `null` = shown by key, or by `count`.',
  'Activity.from': 'Version before; `null` = none, or it plays no part.',
  'Activity.to': 'Version meant; `null` = none.',
  'Activity.count': 'How many extensions it was about, where several; else `null`.',
  'Activity.reason': 'Why it failed, or why a person decided so, as plain text.',
  'Activity.text':
    'The whole entry in a plain sentence without the person, for panels that do not know `what`.',

  ActivityPage: 'Some of what happened, newest first.',
  'ActivityPage.entries':
    'Newest first. Entries are read one by one: one that makes no sense is told of, and hides no other.',
  'ActivityPage.next':
    'Cursor of the next, older page; `null` on the last. Opaque to the panel. New entries must not move it: a place in the journal will do, a number of entries to leave out will not.',

  Tasks: 'What is running, and what ended lately.',
  'Tasks.tasks':
    'Every running task, and those that ended within the last minutes, so that a panel that was closed learns how it went.',

  BatchRequest: 'Several releases to install as one transaction.',
  'BatchRequest.steps': 'In the order in which they are to be installed, each extension once.',
  'BatchRequest.steps[].extension': 'Key of the extension.',
  'BatchRequest.steps[].version':
    'A release its license covers; there is no consent in a batch, so no other is ever installed by one.',

  BatchStep: 'One extension of a batch, and how it stands.',
  'BatchStep.extension':
    'Key of the extension. A batch with two steps for one extension is refused.',
  'BatchStep.name': 'For people, also once the extension was removed.',
  'BatchStep.from': 'Version before the batch; `null` where it was not installed.',
  'BatchStep.to': 'Version it is to have.',
  'BatchStep.state':
    '`waiting`, then `running`, then `done`, `failed` or `canceled`; `refused` when the host did not begin it. Of an undo `undo-waiting`, `undoing`, then `undone` or `undo-failed`; `kept` where it cannot go back. At most one step of a batch is `running` or `undoing`.',
  'BatchStep.task': 'Id of the task at work; never `null` while `running` or `undoing`.',
  'BatchStep.reason': 'Why it was `refused` or has failed, in a sentence for administrators.',
  'BatchStep.rolledBack':
    'Of `failed`: the host put the old version back, so that nothing is left to undo.',
  'BatchStep.obstacle':
    'Why the extension cannot go back to `from`; `null` where it can, or where there is nothing to undo. Looked at anew with every answer, for steps that are `done`, `failed` or `undo-failed`; never `null` for `kept`.',

  Batch: 'Several updates as one transaction. It goes on whether or not anybody watches.',
  'Batch.id': 'Names the batch. Part of addresses.',
  'Batch.state':
    '`running`; `paused`: the step at work ends, no other begins; `ended`: nothing is left to begin; `undoing`; `undone`.',
  'Batch.startedBy': 'Who started it.',
  'Batch.startedBy.id': 'As in the session’s `actor`.',
  'Batch.startedBy.name': 'For people.',
  'Batch.startedAt': 'When it was started.',
  'Batch.endedAt': 'When nothing was left to do, its undo included; `null` while something is.',
  'Batch.steps': 'In the order in which they run. An undo goes the other way round.',

  Batches: 'Bulk updates of this host.',
  'Batches.batches':
    'Those that are not over, and those that ended within the last day, oldest first; so that a panel that was closed learns how it went, and can undo it.',

  Install: 'What to install.',
  'Install.version': 'A version of this extension: newer, older or the installed one again.',
  'Install.consent':
    'The agreement of the person asking to install a release that is not known to be covered. Left out otherwise.',
  'Install.consent.version': 'Must be the version asked for: consent is given to one release only.',
  'Install.consent.coverage':
    'What the person was told: that the license does not cover it, or that nobody can say. Must be what the host finds.',

  HoldRequest: 'A hold as it is asked for; the host adds who asked.',
  'HoldRequest.reason': 'In the administrator’s words; may be empty.',
  'HoldRequest.until': 'The last day of the hold; `null` = until someone releases it.',
  'HoldRequest.ground': 'What it is decided under; the host keeps it as it is.',

  SkipRequest: 'A skip as it is asked for; the host adds who asked.',
  'SkipRequest.reason': 'In the administrator’s words; may be empty.',

  AutoUpdate: 'A switch for automatic updates.',
  'AutoUpdate.enabled': 'Whether the host shall update by itself.',

  AutoUpdated: 'What a switch for all extensions has done.',
  'AutoUpdated.changed': 'How many extensions were switched over by it.',

  Licenses: 'All licenses of this host.',
  'Licenses.checkedAt': 'When the key administrator was last asked.',
  'Licenses.licenses': 'One entry per installed extension.',
  'Licenses.licenses[].extension': 'Key of the extension.',
  'Licenses.licenses[].license': 'What was bought for it.',

  ExtensionLicense: 'What was bought for one extension, as it reads it itself.',
  'ExtensionLicense.extension': 'Key of the extension that was asked about.',
  'ExtensionLicense.license': 'What was bought for it. Never the body of the license.',

  Code: 'An activation code.',
  'Code.code':
    'Five groups of six upper-case letters and digits joined by hyphens; the panel has tidied what was typed. A secret: it is never logged and never part of an address or an answer.',

  Activation: 'What an activation code does on this host, or has just done.',
  'Activation.licenses': 'One entry per extension; a code may carry several keys.',
  'Activation.licenses[].extension': 'Key of the extension.',
  'Activation.licenses[].name': 'Its name, for people.',
  'Activation.licenses[].license': 'The license it has afterwards.',

  ReturnedLicenses: 'Licenses that came back through the browser.',
  'ReturnedLicenses.licenses':
    'Newest first: those that are kept, and for a day those that were applied, so that a lost answer can be looked up. Entries are read one by one.',

  ReturnedLicense:
    'A license that came back through the browser: what it is for and what it gives. **Never the license itself, nor its key number.**',
  'ReturnedLicense.id': 'Names the entry; nothing can be read from it.',
  'ReturnedLicense.extension':
    'Key of the extension it is for, whether or not that is on this host; `null` where not even that can be read.',
  'ReturnedLicense.name': 'Its name, for people; `null` where it is not known.',
  'ReturnedLicense.license': 'What it gives; `null` where it cannot be read.',
  'ReturnedLicense.license.kind': 'As in `License`.',
  'ReturnedLicense.license.endsOn':
    'The last day of the trial, of maintenance or of the paid time; `never` = no end.',
  'ReturnedLicense.license.edition':
    'In the vendor’s words, as people know it (`25 users`); `null` where there are no editions.',
  'ReturnedLicense.receivedAt': 'When it came back first.',
  'ReturnedLicense.state': '`kept`: not in place. `applied`: put in place, and told of for a day.',
  'ReturnedLicense.refused':
    'What came of the last try to apply it; `null` = not tried, or it worked.',
  'ReturnedLicense.refused.because': 'The problem it was refused with, without its prefix.',
  'ReturnedLicense.refused.at': 'When.',
  'ReturnedLicense.refused.errors':
    'What the vendor reports, for `license-error`; a license that has ended is `EXPIRED`.',
  'ReturnedLicense.refused.losses':
    'What would be lost, for `license-downgrade`: all of it, in the order in which it is told.',

  Loss: 'Something the license in place has and the one that came back has not.',
  'Loss.*.kind': 'Tells the losses apart.',
  'Loss.earlier-end': 'It ends earlier.',
  'Loss.earlier-end.from': 'The end of the license in place; `never` = it has none.',
  'Loss.earlier-end.to': 'The end of the one that came back.',
  'Loss.evaluation-over-paid': 'It is a trial, and the license in place is paid for.',
  'Loss.lower-edition': 'It is of a lower edition.',
  'Loss.lower-edition.from': 'The edition of the license in place, in the vendor’s words.',
  'Loss.lower-edition.to': 'The edition of the one that came back.',

  ReturnedApplication: 'How a returned license is applied.',
  'ReturnedApplication.accept':
    'The losses the person was told of and agreed to. The host finds out anew what would be lost, and refuses to lose anything that is not named here.',

  QuoteRequest: 'Which extensions to renew, and how long. Never both `months` and `until`.',
  'QuoteRequest.extensions': 'Their keys.',
  'QuoteRequest.months':
    'How many months each is renewed by, one of the `terms` of a quote. Where so many end in the past, as often as it takes.',
  'QuoteRequest.until': 'The last day of all of them, after today: a common end.',

  Quote: 'What renewing costs and brings.',
  'Quote.lines':
    'One entry per license that is renewed; extensions without one are left out. No extension that was not asked about, and none twice.',
  'Quote.lines[].extension': 'Key of the extension.',
  'Quote.lines[].license': 'Key number, or `null` where the host does not know the license.',
  'Quote.lines[].offer': 'Goes into the wish of the order.',
  'Quote.lines[].price':
    'For all months together, and the same whatever else is asked about: the panel adds the lines that are chosen.',
  'Quote.lines[].months':
    'How many months are bought, those that lie behind already included; `null` where an end day makes them uneven.',
  'Quote.lines[].newEndsOn':
    'The last day afterwards. Runs from the end of the old period, not from the payment day. With `until` exactly that day.',
  'Quote.left': 'The others that were asked about, with the reason.',
  'Quote.left[].extension': 'Key of the extension.',
  'Quote.left[].because':
    '`not-renewable`: its vendor renews no such license, or it never ends. `runs-longer`: it runs to `until` already, or longer. `term-not-offered`: it is not renewed by that many months. Any other word reads as `not-renewable`.',
  'Quote.terms':
    'By how many months all of them can be renewed, for a choice. A host that names any also takes `until`; without them there is no choice.',
  'Quote.months':
    'The echo of `months`: an answer to another question is an error. Where nothing was asked for, the usual term if it is the same for all.',
  'Quote.until': 'The echo of `until`.',
  'Quote.storeUrl':
    'Where all lines are paid together. The panel adds the `token` of the saved order. Its origin is one of `storeOrigins`.',

  Offer: 'Something that can be bought for an extension.',
  'Offer.id': 'Names the offer at the store.',
  'Offer.name': 'For people.',
  'Offer.description': 'One or two sentences, or `null`.',
  'Offer.model':
    'How it is licensed. `individual` offers are delivered once, to one domain; the others end in a license for this host.',
  'Offer.price': 'What the panel shows; the store sets the price.',
  'Offer.months': 'Months one price pays for; `null` = once and for all.',
  'Offer.storeUrl':
    'Where it is bought, from the host because resellers change it. Its origin is one of `storeOrigins`.',

  Offers: 'Everything that can be bought for an extension.',
  'Offers.offers': 'Empty when nothing is on sale. Offers that share an id are all left out.',

  Target: 'A domain or website that an individual offer is delivered to.',
  'Target.id': 'Stable; a renamed domain keeps it.',
  'Target.domain': 'Its name, for people.',

  Targets: 'The domains the person asking may buy for.',
  'Targets.targets': 'Empty when there are none.',

  Minted: 'A token made by the host, for an order that does not exist yet.',
  'Minted.token':
    'base64url of the SHA-256 of the verifier, without padding: 43 characters. The verifier stays with the host.',

  Wish: 'What the admin decided to buy. The same wish never has two open orders.',
  'Wish.kind':
    '`individual-offer`: something delivered to one domain. `renewal`: more time for licenses. `license`: a license that arrives as an activation code.',
  'Wish.extension': 'Key of the extension.',
  'Wish.offer': 'Id of the offer, or of the quote’s offer.',
  'Wish.target':
    'Where an individual offer is delivered. Pinned here: delivery goes to this domain and to no other. `null` for the other kinds.',
  'Wish.licenses': 'Key numbers a renewal is for; empty for the other kinds.',
  'Wish.months':
    'How many months each of `licenses` is renewed by; `null`, and `until` too, for the usual term of each.',
  'Wish.until':
    'The day through which all of `licenses` are renewed. The store and the key administrator go by the same term as the quote did.',
  'Wish.priceShown': 'What the panel showed, for support; `null` when it showed none.',

  Order: 'One purchase in progress, as the host knows it.',
  'Order.token': 'The order’s reference, see "Tokens".',
  'Order.title': 'What is bought, for people.',
  'Order.state':
    'Where the order stands: `prepared`, `handed-off`, `pending`, `action-needed`, `paid`, `ready`, `fulfilling`, `fulfilled`; side exits are `canceled`, `expired`, `refunded`, `fulfill-failed`, `needs-target`, `mismatch`. A word the panel does not know is shown as not confirmed yet. A state is never lowered: a late or repeated message of a party behind the host changes nothing, except that a payment re-opens a canceled or expired order.',
  'Order.steps': 'When each of the six steps was reached; `null` = not yet.',
  'Order.steps.recorded': 'The wish was saved.',
  'Order.steps.atStore': 'The admin went to the store.',
  'Order.steps.paid': 'The store was paid.',
  'Order.steps.vendorTold': 'The vendor heard of the purchase.',
  'Order.steps.ready': 'The vendor is ready to deliver.',
  'Order.steps.delivered': 'It was delivered, or the license arrived.',
  'Order.startedBy': 'Who saved the wish.',
  'Order.startedBy.id': 'As in the session’s `actor`.',
  'Order.startedBy.name': 'For people.',
  'Order.startedAt': 'When the wish was saved.',
  'Order.deliveredBy':
    'Who had it delivered, or is having it delivered; `null` = nobody yet, or it needed nobody.',
  'Order.deliveredBy.id': 'As in the session’s `actor`.',
  'Order.deliveredBy.name': 'For people.',
  'Order.delivery':
    'What of the delivery is done, in the order in which it is done. After a delivery that failed halfway a repeated one does only what is missing. `null` = not begun, or not to be told.',
  'Order.delivery[].part':
    '`license`: the license is made. `install`: what was bought is on the target. Another word is shown as given.',
  'Order.delivery[].done': 'It is done and will not be done again.',
  'Order.news':
    '`poll`: the panel asks. `events`: the panel listens to `GET /orders/{token}/events`, and asks where that fails. A word the panel does not know reads as `poll`.',
  'Order.echo':
    'What the vendor says it was asked to deliver; `null` while it has not said. Where it is not what was wished the state is `mismatch`, and nothing is delivered.',
  'Order.echo.offer': 'Id of the offer.',
  'Order.echo.target': 'Id of the target; `null` while the vendor does not know it.',
  'Order.intervalSeconds':
    'How long to wait before asking again, at least; 0 = the panel’s own schedule. Waits of more than an hour count as an hour.',
  'Order.storeUrl':
    'Where it can still be paid; `null` once there is nothing to pay. The panel adds the `token`. Its origin is one of `storeOrigins`.',
  'Order.supportUrl': 'Where people get help with this order; `https` only. `null` = none known.',
  'Order.reason': 'Why it stands where it stands, in a sentence for administrators; or `null`.',
  'Order.test': 'Placed in test mode: labeled so, and never delivered on a production host.',

  Orders: 'Every order of this host that the person asking may see.',
  'Orders.orders':
    'Oldest first; ended ones for as long as the host keeps them. Orders that share a token are all refused.',

  Problem: 'Why a host says no (RFC 9457). The panel decides by `type` alone, never by the words.',
  'Problem.type':
    '`urn:upkeep:problem:` and a word of the closed list, see "Problems". With `about:blank`, or a type the panel does not know, the status decides. It is compared and never fetched.',
  'Problem.title': 'The same for every problem of this type.',
  'Problem.status': 'The HTTP status again.',
  'Problem.detail':
    'What is wrong this time, in a sentence for administrators. Shown as text; longer ones are cut.',
  'Problem.running':
    'Of `in-progress` the id of the task or batch in the way, of `wish-open` the token of the open order.',
};
