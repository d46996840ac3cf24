import type { World } from '../../../mocks/world.ts';
import { decide } from '../../../src/domain/decide.ts';
import { SavingAction } from '../../../src/features/purchase/SavingAction.tsx';
import { SavingNews } from '../../../src/features/purchase/SavingNews.tsx';
import { RenewalDialog } from '../../../src/features/renewal/RenewalDialog.tsx';
import { estateOf, SOON_DAYS } from '../../../src/panel/estate.ts';
import { backendOf } from '../../../stories/stage.tsx';
import { openRoom } from '../open-room.tsx';

/** Opens the renewal of these extensions. */
export async function renewing(world: World, ...keys: string[]) {
  const inventory = await backendOf(world).host.extensions();
  return openRoom(world, ({ session, extension }) => {
    const estate = estateOf(session, inventory, { policies: [], soonDays: SOON_DAYS });
    return (
      <RenewalDialog
        decided={keys.map(extension).map((each) => ({
          extension: each,
          decision: decide(each, estate),
        }))}
        session={session}
        today={estate.today}
        onClose={() => {}}
        renderNews={(saving) => <SavingNews saving={saving} />}
        renderAction={(saving) => (
          <SavingAction saving={saving} session={session} onNavigate={() => true} />
        )}
      />
    );
  });
}
