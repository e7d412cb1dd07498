import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isInPackage } from '../../../server/src/language/model/surroundings.ts';
import { factFileSuffixes, gatherFacts, noFacts } from '../../../server/src/language/workspace/workspace-facts.ts';
import { memoryFiles } from '../../support/files.ts';

describe('gatherFacts', () => {
  it('names each Visualforce page once, without folder and suffix', async () => {
    const facts = await gatherFacts(
      memoryFiles({
        'file:///w/pages/softphone.page': '',
        'file:///w/pages/softphone.page-meta.xml': '',
        'file:///w/other/softphone.page': '',
        'file:///w/pages/A%C3%B6.page': '',
      }),
    );
    assert.deepEqual(facts.visualforcePages, ['Aö', 'softphone']);
  });

  it('gives vendors of unpackaged projects the prefix c', async () => {
    const facts = await gatherFacts(
      memoryFiles({
        'file:///w/sfdx-project.json': '{ "namespace": "" }',
        'file:///w/v/Acme.ConversationVendorInformation-meta.xml': '',
        'file:///w/src/Bolt.ConversationVendorInformation': '',
      }),
    );
    assert.deepEqual(facts.vendorApiNames, ['c__Acme', 'c__Bolt']);
  });

  it('takes the namespace of the nearest project above a vendor', async () => {
    const facts = await gatherFacts(
      memoryFiles({
        'file:///w/sfdx-project.json': '{ "namespace": "outer" }',
        'file:///w/inner/sfdx-project.json': '{ "namespace": " inner " }',
        'file:///w/v/A.ConversationVendorInformation-meta.xml': '',
        'file:///w/inner/v/B.ConversationVendorInformation-meta.xml': '',
        'file:///x/v/C.ConversationVendorInformation-meta.xml': '',
      }),
    );
    assert.deepEqual(facts.vendorApiNames, ['c__C', 'inner__B', 'outer__A']);
  });

  it('reads projects that are broken or no projects as projects without a namespace', async () => {
    for (const text of ['{ "namespace": ', '[]', 'null', '"outer"', '{ "namespace": 7 }', '']) {
      const facts = await gatherFacts(
        memoryFiles({ 'file:///w/sfdx-project.json': text, 'file:///w/A.ConversationVendorInformation': '' }),
      );
      assert.deepEqual(facts.vendorApiNames, ['c__A'], text);
    }
  });

  it('lists the package directories of every project, however their paths are written', async () => {
    const directories = (...paths: string[]) => JSON.stringify({ packageDirectories: paths.map((path) => ({ path })) });
    const facts = await gatherFacts(
      memoryFiles({
        'file:///w/sfdx-project.json': directories('force-app', './libs/voice/', 'a b'),
        'file:///w/my%20app/sfdx-project.json': directories('src\\main', '.', '../shared'),
        'file:///x/sfdx-project.json': '{ "packageDirectories": [{ "path": 7 }, null, "force-app"] }',
      }),
    );
    assert.deepEqual(facts.packageDirectories, [
      'file:///w/a b/',
      'file:///w/force-app/',
      'file:///w/libs/voice/',
      'file:///w/my app/',
      'file:///w/my app/src/main/',
      'file:///w/shared/',
    ]);
    assert.ok(isInPackage('file:///w/a%20b/callCenters/Acme.callCenter', facts));
    assert.ok(!isInPackage('file:///w/force-app2/Acme.callCenter', facts));
    assert.ok(!isInPackage('file:///w/force-app/Acme.callCenter', undefined));
  });

  it('takes what a project leaves out of its deployments for no part of a package', async () => {
    const project = JSON.stringify({ packageDirectories: [{ path: 'force-app' }] });
    const facts = await gatherFacts(
      memoryFiles({
        'file:///w/my%20app/sfdx-project.json': project,
        'file:///w/my%20app/.forceignore': '# of others\n**/vendor/**\n!**/vendor/own/**\n*.callCenter\n',
        'file:///w/other/sfdx-project.json': project,
      }),
    );
    const deployed = (path: string) => isInPackage(`file:///w/${path}`, facts);
    assert.ok(deployed('my%20app/force-app/callCenters/Acme.callCenter-meta.xml'));
    assert.ok(!deployed('my%20app/force-app/vendor/Acme.callCenter-meta.xml'));
    assert.ok(!deployed('my%20app/force-app/Acme.callCenter'));
    assert.ok(deployed('other/force-app/vendor/Acme.callCenter'));
  });

  it('knows nothing of an empty workspace', async () => {
    assert.deepEqual(await gatherFacts(memoryFiles({})), noFacts);
  });

  it('tells hosts to watch every file that it reads', () => {
    for (const name of ['a.page', 'b.ConversationVendorInformation', 'sfdx-project.json']) {
      assert.ok(
        factFileSuffixes.some((suffix) => name.endsWith(suffix)),
        name,
      );
    }
  });
});
