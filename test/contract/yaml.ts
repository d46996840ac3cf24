import { stringify } from 'yaml';
import { openapi } from './openapi.ts';

const HEAD = `# Written by test/contract/write.mjs from the schemas in src/backend/wire.ts; a test fails when it is not up to date.
`;

/** The contract as it is published, before the formatter has seen it. */
export const asYaml = (): string =>
  HEAD + stringify(openapi(), { lineWidth: 100, aliasDuplicateObjects: false });
