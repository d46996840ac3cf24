import { STARTED } from '../../mocks/scenarios/individual-offers.ts';
import { anOrder } from '../../stories/order-fixture.ts';
import { RULES } from './rules.ts';
import { watchPage } from './watch-page.ts';

/** The watch over the page this test runs in. */
export const watch = watchPage(RULES);

for (const token of [...Object.values(STARTED), anOrder('prepared').token]) watch.know(token);
