import { defineUpkeepPanel } from './element.ts';

// Loading this file is all a plain page has to do.
defineUpkeepPanel();

export { defineUpkeepPanel, UpkeepPanelElement } from './element.ts';
export { restBackend } from '../backend/rest/rest-backend.ts';
