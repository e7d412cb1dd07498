// `npm run package`: dist/call-center-xml.vsix, from a production build.
import { build, packageVsix, vsix } from './build.mjs';
import { main, note } from './say.mjs';

await main(async () => {
  await build(['--production']);
  const bytes = await packageVsix();
  note(`${vsix}  ${Math.ceil(bytes / 1000)} kB`);
  return 0;
});
