import { GROUPS } from './groups.ts';
import { playRows } from './play.ts';

playRows(GROUPS.purchases);
