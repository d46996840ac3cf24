import { useWords } from '../../messages/context.ts';
import type { Words } from '../../messages/words.ts';
import type { Dot, Timeline } from './timeline.ts';

const LANE = 26;

/** What a dot says, in words. */
function dotWords(say: Words, dot: Dot): string {
  const parts = [say(`timeline.${dot.coverage}`)];
  if (!dot.fits) parts.push(say('timeline.other-host'));
  if (dot.installed) parts.push(say('timeline.installed'));
  if (dot.target) parts.push(say('timeline.target'));
  return say.list(parts);
}

const dotClass = (dot: Dot): string =>
  [
    'upkeep-dot',
    `upkeep-dot-${dot.coverage}`,
    dot.fits ? '' : 'upkeep-dot-unfit',
    dot.installed ? 'upkeep-dot-installed' : '',
    dot.target ? 'upkeep-dot-target' : '',
  ].join(' ');

/**
 * Releases as dots on a date axis, the end of maintenance as a line: filled dots belong to the license, hollow ones
 * do not, small ones need another host. The same as a table below.
 */
export function CoverageTimeline({
  timeline,
  name,
}: {
  readonly timeline: Timeline;
  readonly name: string;
}) {
  const say = useWords();
  const height = timeline.lanes.length * LANE;
  const all = timeline.lanes.flatMap(({ dots }) => dots);
  // Marked dots are drawn last, so that their rings lie on top.
  const drawn = (dots: readonly Dot[]) =>
    [...dots].sort((a, b) => Number(a.installed || a.target) - Number(b.installed || b.target));

  return (
    <figure className="upkeep-timeline">
      <div className="upkeep-timeline-plot">
        <div className="upkeep-timeline-lanes" aria-hidden="true">
          {timeline.lanes.map((lane) => (
            <span key={lane.name}>{lane.name}</span>
          ))}
        </div>
        <svg
          className="upkeep-timeline-axis"
          width="100%"
          height={height + 36}
          role="img"
          aria-label={say('timeline.label', {
            name,
            count: all.length,
            covered: all.filter(({ coverage }) => coverage === 'covered').length,
          })}
        >
          {timeline.marks.map(({ on, percent }) => (
            <g key={on}>
              <line
                className="upkeep-timeline-mark"
                x1={`${percent}%`}
                x2={`${percent}%`}
                y1="16"
                y2={height + 18}
              />
              <text
                className="upkeep-timeline-text"
                x={`${percent}%`}
                y={height + 32}
                textAnchor="middle"
              >
                {say.month(on)}
              </text>
            </g>
          ))}
          {timeline.end === null ? null : (
            <g className="upkeep-timeline-end">
              <rect
                x={`${timeline.end.percent}%`}
                y="16"
                width={`${100 - timeline.end.percent}%`}
                height={height + 2}
              />
              <line
                x1={`${timeline.end.percent}%`}
                x2={`${timeline.end.percent}%`}
                y1="16"
                y2={height + 18}
              />
              <text
                x={`${timeline.end.percent}%`}
                y="11"
                textAnchor={timeline.end.percent > 50 ? 'end' : 'start'}
              >
                {say('timeline.end', { day: say.day(timeline.end.on) })}
              </text>
            </g>
          )}
          {timeline.lanes.map((lane, at) => (
            <g key={lane.name}>
              <line
                className="upkeep-timeline-lane"
                x1="0%"
                x2="100%"
                y1={LANE * at + 29}
                y2={LANE * at + 29}
              />
              {drawn(lane.dots).map((dot) => (
                <circle
                  key={dot.release.version.text}
                  className={dotClass(dot)}
                  cx={`${dot.percent}%`}
                  cy={LANE * at + 29}
                  r={dot.installed || dot.target ? 6 : dot.fits ? 4 : 2.5}
                >
                  <title>{`${dot.release.version.text}, ${say.day(dot.on)}: ${dotWords(say, dot)}`}</title>
                </circle>
              ))}
            </g>
          ))}
        </svg>
      </div>
      <figcaption className="upkeep-timeline-legend">
        <span className="upkeep-key upkeep-key-covered">{say('timeline.covered')}</span>
        <span className="upkeep-key upkeep-key-uncovered">{say('timeline.uncovered')}</span>
        <span className="upkeep-key upkeep-key-unfit">{say('timeline.other-host')}</span>
        <span className="upkeep-key upkeep-key-installed">{say('timeline.installed')}</span>
        <span className="upkeep-key upkeep-key-target">{say('timeline.target')}</span>
      </figcaption>
      {timeline.undated === 0 ? null : (
        <p className="upkeep-muted upkeep-small">
          {say('timeline.undated', { count: timeline.undated })}
        </p>
      )}
      <details className="upkeep-fold">
        <summary>{say('timeline.table')}</summary>
        <div
          className="upkeep-scroll"
          tabIndex={0}
          role="region"
          aria-label={say('timeline.table')}
        >
          <table className="upkeep-table">
            <thead>
              <tr>
                <th scope="col">{say('table.version')}</th>
                <th scope="col">{say('table.date')}</th>
                <th scope="col">{say('table.coverage')}</th>
              </tr>
            </thead>
            <tbody>
              {[...all]
                .sort((a, b) => b.percent - a.percent)
                .map((dot) => (
                  <tr key={dot.release.version.text}>
                    <th scope="row">{dot.release.version.text}</th>
                    <td>{say.day(dot.on)}</td>
                    <td>{dotWords(say, dot)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
