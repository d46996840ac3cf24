import * as fc from 'fast-check';
import type { Tab } from '../tab.ts';
import type { World } from '../world.ts';

/** Something that somebody does, or that happens. It is passed over where nothing offers it. */
class Step implements fc.AsyncCommand<World, World> {
  constructor(
    private readonly words: string,
    private readonly isOffered: (world: World) => boolean,
    private readonly act: (world: World) => void | Promise<void>,
    /** Milliseconds that pass before the next one. */
    private readonly then: number,
  ) {}

  check(world: Readonly<World>): boolean {
    return this.isOffered(world as World);
  }

  async run(_: World, world: World): Promise<void> {
    await this.act(world);
    world.judge();
    await world.clock.pass(this.then);
    world.judge();
  }

  toString(): string {
    return `${this.words}, then ${this.then} ms`;
  }
}

/** One kind of step, with everything that may be different about it. */
export type Steps = fc.Arbitrary<fc.AsyncCommand<World, World>>;

/** So many times as likely as once. */
export const often = (times: number, one: Steps): Steps[] =>
  Array.from({ length: times }, () => one);

export const pick = fc.nat(5);

/** Mostly long enough for a question and its answer. */
const pause = fc.constantFrom(0, 30, 300, 300, 1_500, 1_500, 6_000);

/** Something that happens to the world. */
export const happens = <T>(
  name: string,
  choice: fc.Arbitrary<T>,
  act: (world: World, chosen: T) => void | Promise<void>,
  isOffered: (world: World) => boolean = () => true,
): Steps =>
  fc
    .tuple(choice, pause)
    .map(
      ([chosen, then]) =>
        new Step(`${name}(${String(chosen)})`, isOffered, (world) => act(world, chosen), then),
    );

/** Something that happens to one of the tabs it can happen to. */
export const inTab = (
  name: string,
  act: (tab: Tab, world: World, nth: number) => void,
  isOffered: (tab: Tab) => boolean = () => true,
): Steps =>
  fc.tuple(pick, pick, pause).map(([which, nth, then]) => {
    const found = ({ tabs }: World) => {
      const able = tabs.filter(isOffered);
      return able[which % Math.max(1, able.length)];
    };
    const doIt = (world: World) => {
      const tab = found(world);
      if (tab) act(tab, world, nth);
    };
    return new Step(`${name}(tab ${which}, ${nth})`, (world) => !!found(world), doIt, then);
  });

/** Something that somebody does who looks at a tab. */
export const pressed = (
  name: string,
  act: (tab: Tab, world: World, nth: number) => void,
  isOffered: (tab: Tab) => boolean = () => true,
): Steps => inTab(name, act, (tab) => tab.isUsable && isOffered(tab));
