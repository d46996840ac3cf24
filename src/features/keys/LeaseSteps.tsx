import type { Day } from '../../domain/day.ts';
import type { License } from '../../domain/license.ts';
import {
  LEASE_STRETCHES,
  leaseLife,
  type LeaseLife,
  type LeaseStretch,
} from '../../domain/lease-life.ts';
import { useWords } from '../../messages/context.ts';
import type { Words } from '../../messages/words.ts';
import { Steps } from '../../ui/Steps.tsx';

/** The life of a lease: where it stands, what happens next and on which day; nothing for what is no lease. */
export function LeaseSteps({ license, today }: { readonly license: License; readonly today: Day }) {
  const say = useWords();
  const life = leaseLife(license, today);
  if (life === null) return null;
  const now = LEASE_STRETCHES.indexOf(life.at);
  const steps = LEASE_STRETCHES.flatMap((stretch, at) => {
    const passed = at < now ? ('done' as const) : ('ahead' as const);
    const detail = whenOf(say, life, stretch);
    return isTold(life, stretch)
      ? [
          {
            key: stretch,
            at: at === now ? ('now' as const) : passed,
            label: nameOf(say, life, stretch),
            detail,
          },
        ]
      : [];
  });
  return (
    <section className="upkeep-lease" aria-label={say('lease.title')}>
      <h3 className="upkeep-heading">{say('lease.title')}</h3>
      <Steps label={say('lease.title')} steps={steps} />
      <p>{wordsOf(say, life)}</p>
    </section>
  );
}

/** Without grace there is none to tell of, and an end for good only where the host names its day or it has come. */
function isTold({ grace, terminatesOn, at }: LeaseLife, stretch: LeaseStretch): boolean {
  if (stretch === 'grace') return grace.days > 0;
  return stretch !== 'terminated' || terminatesOn !== null || at === 'terminated';
}

function nameOf(say: Words, { at, grace }: LeaseLife, stretch: LeaseStretch): string {
  if (stretch === 'grace' && at === 'grace') return say('lease.step.grace-now', grace);
  return say(`lease.step.${stretch}`, { days: grace.days, now: at === stretch ? 'yes' : 'no' });
}

function whenOf(say: Words, life: LeaseLife, stretch: LeaseStretch): string {
  switch (stretch) {
    case 'paid':
      return say('lease.through', { day: say.day(life.paidThrough) });
    case 'due':
      return say.day(life.paidThrough);
    case 'grace':
      return say('lease.through', { day: say.day(life.runsThrough) });
    case 'stopped':
      return say('lease.after', { day: say.day(life.runsThrough) });
    case 'terminated':
      return life.terminatesOn === null ? '' : say.day(life.terminatesOn);
  }
}

/** What happens next, in one or two sentences. */
function wordsOf(say: Words, life: LeaseLife): string {
  const { at, grace, nextTryOn, terminatesOn } = life;
  const last = say.day(life.runsThrough);
  const who = life.autoRenews ? 'auto' : 'hand';
  switch (at) {
    case 'paid':
      return say('lease.paid', { who, due: say.day(life.paidThrough), days: grace.days, last });
    case 'due':
      return say('lease.due', { who, last });
    case 'grace':
      return nextTryOn === null
        ? say('lease.grace', { who, last, left: life.daysLeft })
        : say('lease.grace.tried', { next: say.day(nextTryOn), last });
    case 'stopped':
      return [
        say('lease.stopped', { who }),
        terminatesOn === null ? '' : say('lease.stopped.end', { day: say.day(terminatesOn) }),
      ]
        .filter(Boolean)
        .join(' ');
    case 'terminated':
      return say('lease.terminated');
  }
}
