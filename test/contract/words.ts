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

  Extension: 'An installed add-on of the host, with the releases needed to decide about it.',
  'Extension.key':
    'Names the extension; unique on this host. Entries that share a key are all refused. Part of addresses, so neither `.` nor `..`.',
  'Extension.name': 'For people.',
  'Extension.vendor': 'Who makes it, for people.',
  'Extension.installed': 'The installed release.',
  'Extension.status': 'Whether the host runs it.',
  'Extension.license': 'What was bought for it.',
  'Extension.policy':
    'Name of the rule by which its vendor decides which releases a perpetual license covers. `build-date`: those built on or before the last day of maintenance. Other names are for policies that the embedding page brings along; a name nobody knows is judged by `build-date`.',
  'Extension.hold': 'The hold on it, or `null`.',
  'Extension.supportUrl':
    'Where its vendor helps; `https` only, without credentials. `null` = none known.',
  'Extension.sellsOffers':
    'Something can be bought for it whatever its license, such as a report for one domain; *Buy* is then offered.',
  'Extension.releases':
    'The releases needed to decide, in any order: all that are newer than the installed one. Where a way back may be wanted (the installed release is not covered, or the extension failed) the older ones too. Each version once, without notes.',

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
  'Task.failure': 'Why it failed; `null` while it has not.',
  'Task.failure.reason': 'A sentence for administrators.',
  'Task.failure.rolledBack': 'Whether the host put the old version back.',

  Tasks: 'What is running, and what ended lately.',
  'Tasks.tasks':
    'Every running task, and those that ended within the last minutes, so that a panel that was closed learns how it went.',

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

  Licenses: 'All licenses of this host.',
  'Licenses.checkedAt': 'When the key administrator was last asked.',
  'Licenses.licenses': 'One entry per installed extension.',
  'Licenses.licenses[].extension': 'Key of the extension.',
  'Licenses.licenses[].license': 'What was bought for it.',

  Code: 'An activation code.',
  'Code.code':
    'Five groups of six upper-case letters and digits joined by hyphens; the panel has tidied what was typed. A secret: it is never logged and never part of an address or an answer.',

  Activation: 'What an activation code does on this host, or has just done.',
  'Activation.licenses': 'One entry per extension; a code may carry several keys.',
  'Activation.licenses[].extension': 'Key of the extension.',
  'Activation.licenses[].name': 'Its name, for people.',
  'Activation.licenses[].license': 'The license it has afterwards.',

  QuoteRequest: 'Which extensions to renew.',
  'QuoteRequest.extensions': 'Their keys.',

  Quote: 'What renewing costs and brings.',
  'Quote.lines':
    'One entry per license that can be renewed; extensions without one are left out. No extension that was not asked about.',
  'Quote.lines[].extension': 'Key of the extension.',
  'Quote.lines[].license': 'Key number, or `null` where the host does not know the license.',
  'Quote.lines[].offer': 'Goes into the wish of the order.',
  'Quote.lines[].price': 'For all `months` together.',
  'Quote.lines[].months': 'How many months are bought.',
  'Quote.lines[].newEndsOn':
    'The last day afterwards. Runs from the end of the old period, not from the payment day.',
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

  Wish: 'What the admin decided to buy. The same wish never has two open orders.',
  'Wish.kind':
    '`individual-offer`: something delivered to one domain. `renewal`: more time for licenses. `license`: a license that arrives as an activation code.',
  'Wish.extension': 'Key of the extension.',
  'Wish.offer': 'Id of the offer, or of the quote’s offer.',
  'Wish.target':
    'Where an individual offer is delivered. Pinned here: delivery goes to this domain and to no other. `null` for the other kinds.',
  'Wish.licenses': 'Key numbers a renewal is for; empty for the other kinds.',
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
    'Of `in-progress` the id of the task in the way, of `wish-open` the token of the open order.',
};
