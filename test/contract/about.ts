import { type Capability, CAPABILITIES, permitted, ROLES } from '../../src/domain/capability.ts';
import { PROBLEM_URN, type ProblemType } from '../../src/backend/errors.ts';
import { PROBLEMS } from './problems.ts';

/** What each ability means; one the contract has no call for yet says so. A new one without words does not compile. */
const ABILITIES: Readonly<Record<Capability, string>> = {
  install: 'Installs releases.',
  uninstall: 'Uninstalls extensions.',
  specificVersion: 'Installs any version, not only the newest.',
  rollBack: 'Installs an older version over a newer one.',
  keptPackages: 'Keeps packages of earlier releases on disk.',
  backup: 'Saves data before an update. No call yet.',
  progress: 'Tells phase and percent of a task.',
  cancelTask: 'Cancels tasks.',
  batch:
    'Installs several releases as one transaction, which can be paused and canceled. Without it the panel starts one task for each.',
  undo: 'Undoes a batch from the packages it keeps.',
  hold: 'Holds extensions back, and passes over single releases.',
  autoUpdate: 'Updates by itself, as far as license and host version reach.',
  activate: 'Uses activation codes.',
  retrieveKeys: 'Asks the key administrator for keys (`GET /licenses?check=true`).',
  rollBackKey: 'Puts the previous key of an extension back.',
  returnedLicenses: 'Keeps licenses that come back through the browser (`/returned-licenses`).',
  quote: 'Quotes renewals.',
  purchase: 'Keeps orders.',
  idempotentFulfillment:
    'Delivers exactly once however often it is asked. Without it the panel asks the person before every retry.',
  verifier:
    'Makes the tokens itself (`POST /tokens`) and keeps a secret behind each, without which the vendor delivers nothing.',
  uncoveredWithConsent: 'Installs releases that are not known to be covered, with consent.',
  activity: 'Keeps a journal of who did what.',
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const capabilities = table(
  ['capability', 'the host', ...ROLES],
  CAPABILITIES.map((word) => [
    `\`${word}\``,
    ABILITIES[word],
    ...ROLES.map((role) => (permitted(CAPABILITIES, [role]).has(word) ? 'yes' : '')),
  ]),
);

const problems = table(
  ['type', 'status', 'when'],
  Object.entries(PROBLEMS).map(([type, { status, when }]) => [
    `\`${PROBLEM_URN}${type as ProblemType}\``,
    String(status),
    when,
  ]),
);

/** What holds for all calls, in Markdown. */
export const ABOUT = `What an Upkeep panel asks of the host it is embedded in. A host that answers these calls needs no other
code to have the panel work; everything the panel shows is decided from these answers.

The words must, may and never are meant literally. Members marked optional may be left out and then have the default
given.

## Addresses, sign-in, formats
- All paths are below one address, the panel's \`baseUrl\`. The panel sends its requests with the \`fetch\` the host gives
  it, so cookies, tokens and CSRF headers are the host's own business; this document adds no scheme of its own.
- Bodies are JSON in UTF-8, \`Content-Type: application/json\`, failures \`application/problem+json\`. An answer is at most
  20 MB, a list in it at most 5,000 entries, and the whole answer arrives within 9 seconds.
- An answer of type \`text/html\` with status 200 or 403, and every 401, is taken for the end of the session: the panel
  stops asking, keeps what it shows, and offers to sign in again. Redirects are not part of the contract.
- **Unknown members are ignored** everywhere, in requests and answers, so that both sides may grow. A known member of a
  wrong type is an error that names where. Unknown words are named where they are allowed; elsewhere they are errors.
- Ids are compared, never parsed. Two entries of a list that share an id are both refused, and so is an answer about
  something else than was asked for.
- Text is text: no HTML is rendered anywhere.

## Days, instants, money
- **Days** are calendar days, \`YYYY-MM-DD\`, without a zone. Wherever a day ends something it is the last day that still
  counts. Days are compared as text.
- **Instants** are RFC 3339 with a zone, \`2024-06-15T00:37:35Z\`. Where the rules need a day, the panel takes the day of
  the instant in \`vendorZone\`. Instants without a zone are errors.
- **Today** is the day of \`asOf\` in \`vendorZone\`: the host's date, never the browser's.
- **Money** is decimal text and a currency code.

## Reading
- Answers depend on who asks: \`Cache-Control: no-cache\` or stricter. The panel never lets the browser cache answer.
- The two large answers, \`/extensions\` and \`/extensions/{key}/releases\`, carry an \`ETag\`. The panel sends it back as
  \`If-None-Match\` where it keeps the answer; a host whose answer did not change says 304 without a body. Hosts without
  ETags work, with more traffic. The ETag changes with anything in the answer but \`asOf\`, and when the host's day does.
- Lists come in pages by \`cursor\`. Every page of a reading has the same \`snapshot\`; a reading whose pages differ is begun
  once more. A smaller snapshot than one seen before is refused as stale or tampered with.

## Writing
- Every write may be repeated safely, because answers get lost. A \`PUT\` and a \`DELETE\` state what shall be; a \`POST\`
  carries an \`Idempotency-Key\`. The host keeps the key and its answer for 24 hours at least, per person, and answers the
  same key with the same task or license. The same key with another body is an \`invalid-request\`. The panel makes a new
  key for every press of a button and repeats it for retries of that press.
- Slow work is answered with **202 and a task** at once. It goes on whether or not anybody watches, survives a restart of
  the host's web server, and is found in \`/tasks\` by any panel. It ends as \`done\` or \`failed\`; \`failed\` says whether the
  old version was put back. Only one task works on an extension at a time.
- After a write without an answer, or with a 5xx, the panel reads before it offers to try again. It never words an unknown
  outcome as failure or success, and it repeats no write by itself.
- **The panel shows, the host enforces.** Rights, fit and coverage are checked by the host at every write.

## Orders
One purchase in six steps: the admin picks a domain and an offer; the wish is saved under a token; the admin takes the
token to the store; the store is paid and tells the key administrator; that tells the vendor, token included; the panel
asks, by token, until the order is ready, and has it delivered.

### Tokens
- The client makes the token: 22 to 128 characters of \`A-Z a-z 0-9 - _\`, at least 128 bits of randomness, nothing readable
  inside. It is also the idempotency key of the order.
- **A token is a reference, not a right.** It has stood in the address of a store page and counts as public. Who may see,
  cancel or fulfill an order is decided by the session, never by knowing the token.
- Better, a host with the capability \`verifier\` makes the token itself: the base64url of the SHA-256 of a secret that never
  leaves it but for the vendor, at delivery. Who knows the token alone can then have nothing delivered, from no host.
- One wish, one order: two wishes are the same when \`kind\`, \`extension\`, \`offer\`, the target's \`id\`, the set of
  \`licenses\` and the term (\`months\` or \`until\`) are. While an order for a wish is open, another token for the same wish is refused with \`wish-open\`.
- The panel takes the token to \`storeUrl\`, as the parameter \`token\`, set exactly once, and only to an origin of
  \`storeOrigins\`, over https.

### Following an order
- Nobody needs to come back from the store. The host learns of the payment from its own parties; the panel asks.
- The panel asks about open orders every 5 seconds; never sooner than \`intervalSeconds\` or \`Retry-After\` say; 5 seconds
  slower for good after every 429; with doubling waits up to a minute while no answer comes; after ten minutes more and
  more seldom, up to every 5 minutes. Hosts may answer from what they know and ask their vendor less often.
- An order whose \`news\` is \`events\` is listened to instead (\`GET /orders/{token}/events\`), and asked about wherever
  that fails: both tell the same.
- Every admin of the host sees every order of it, whoever started it, and may go on with it. For the session of another
  host it does not exist (404), even with its token.
- When the vendor no longer knows an order it knew, the order keeps its state, and \`reason\` says so.
- No state is ever lowered, and a state word the panel does not know reads as not confirmed yet. Only what the host calls
  \`paid\`, \`ready\` or \`fulfilled\` is shown as such.

## Licenses that come back through the browser
Some stores send the browser back with the license in a form. The address it is sent to is the host's own and no part of
this document; what the panel relies on is this:

- **It is kept whatever happens**: also when nobody is signed in, from any tab and any site, whatever it says. Nothing is
  put in place by receiving it. Since anyone may send something there, a host bounds size and number.
- The same license sent twice is one entry. The answer to the form leads on (303) to an address without it, so that a reload
  sends nothing again.
- A signed-in person applies it. What is refused stays kept, with the reason, and may be applied once the cause is gone.
- **The license itself is in no answer and in no address**: the panel knows an id, and what it is for.

## Waiting
\`Retry-After\` (seconds or an HTTP date) is obeyed with 429 and 503, within 1 second and 1 hour; what makes no sense is
ignored.

## Roles
An \`admin\` may do everything the host can; a \`buyer\` pays and activates; a \`viewer\` looks. Several roles add up.

## Capabilities
A capability that is missing hides the control. One that is there and refused at run time, with \`forbidden\`, shows it
disabled with the reason. The last columns say to whom the panel shows it.

${capabilities}

## Problems
Failures with a status of 400 to 499 carry a problem document (RFC 9457). The list of types is closed; the statuses are the
usual ones, and each call names those it uses. The panel decides by \`type\`; for other types by status: 403 reads as
\`forbidden\`, 404 as \`not-found\`, 410 as \`gone\`, the rest as \`invalid-request\`. A 401 needs no document; 5xx, 408 and 429 are
understood by status.

${problems}
`;
