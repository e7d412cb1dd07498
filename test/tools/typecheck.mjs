// `npm run typecheck`: the types of every project.
import { typecheck } from './checks.mjs';
import { main } from './say.mjs';

await main(async () => {
  await typecheck();
  return 0;
});
