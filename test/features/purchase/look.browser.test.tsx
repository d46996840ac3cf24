import { cleanup, render } from '@testing-library/react';
import { afterEach, it } from 'vitest';
import { page } from 'vitest/browser';
import { createWorld } from '../../../mocks/scenarios.ts';
import { ORDER_STATES } from '../../../src/domain/order.ts';
import { OrderCard } from '../../../src/features/purchase/OrderCard.tsx';
import { anOrder, aSession } from '../../../stories/order-fixture.ts';
import { backendOf, Stage } from '../../../stories/stage.tsx';

afterEach(cleanup);
it.each([['light', 1000], ['dark', 1000], ['light', 340]] as const)('%s %i', async (scheme, width) => {
  await page.viewport(width, 900);
  render(
    <Stage backend={backendOf(createWorld('individual-offers'))} scheme={scheme}>
      {ORDER_STATES.filter((_, at) => at < 4 ? true : [5, 11].includes(at)).slice(1).map((state) => (
        <OrderCard key={state} order={anOrder(state)} session={aSession()} asking={false} onCheck={() => {}} onHide={() => {}} />
      ))}
    </Stage>,
  );
  await new Promise((r) => setTimeout(r, 300));
  await page.viewport(width, Math.min(2200,document.documentElement.scrollHeight));
  await page.screenshot({ path: `/work/main/node_modules/.cache/look/cards-${scheme}-${width}.png` });
});
