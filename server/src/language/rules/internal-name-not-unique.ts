import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { fileNameOf } from '../model/file-name.ts';
import { internalNameOf } from '../model/internal-name.ts';
import type { KnownDefinition } from '../model/surroundings.ts';
import { defineRule, type Severity } from './define-rule.ts';
import { inGeneralInfo, item } from './example-text.ts';

/** More places than these help nobody. */
const mostRelated = 10;

const nowhere = { line: 0, character: 0 };

function other(uri: string, internalName: string, body: KnownDefinition['body']): KnownDefinition {
  return { uri, internalName, body, at: { start: nowhere, end: nowhere } };
}

export const internalNameNotUnique = defineRule({
  id: 'internal-name-not-unique',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'Another definition in the workspace has the same internal name.',
  docs: `## What it finds
An internal name that another definition of the workspace has, too, in the same spelling: open or not, as it stands in the editor. Files that \`.gitignore\` or the settings of the editor leave out do not count. The metadata form has its internal name in \`fullName\` or in the name of the file.

Two files to import are a warning. Two metadata files are information, because they describe one call center. A file to import beside the metadata form of the same call center is usual, so that is a hint only.

## Why it matters
Internal names are unique in an org, and the import never updates a call center. Of two files with one name, the one that is imported second is refused. Where each file is for an org of its own, all is well.

## How to fix it
Give one of them another internal name before it is imported: the name can never be changed afterwards. If the files are for different orgs, silence the rule for them.`,
  sources: [sources.REQ, sources.ITEM, sources.SBX],
  examples: {
    bad: [
      inGeneralInfo(item(0, 'reqInternalName', '«AcmePhone»')),
      inGeneralInfo(item(0, 'reqInternalName', '«AcmeDesk»')),
    ],
    good: [
      inGeneralInfo(item(0, 'reqInternalName', 'AcmeOther')),
      inGeneralInfo(item(0, 'reqInternalName', 'acmephone')),
      inGeneralInfo(item(0, 'reqInternalName', '{{NAME}}')),
    ],
    given: {
      facts: {
        visualforcePages: [],
        vendorApiNames: [],
        packageDirectories: [],
        forceIgnores: [],
        definitions: [
          other('file:///acme/callcenter.xml', 'AcmePhone', 'import'),
          other('file:///acme/AcmeDesk.callCenter', 'AcmeDesk', 'metadata'),
        ],
      },
    },
  },
  check(context, report) {
    const { source, definition } = context;
    const { body, root } = definition;
    const name = internalNameOf(definition);
    if (!body || !name) return;
    const same = context.definitionsNamed(name.text).filter(({ uri }) => uri !== source.uri);
    const [first] = same;
    if (!first) return;
    // Those of the same form are what somebody may want to mend; twins are only told of where there are no others.
    const alike = same.filter((known) => known.body === body);
    const named = alike[0] ?? first;
    const severity: Severity = alike.length === 0 ? 'hint' : body === 'import' ? 'warning' : 'information';
    const told = l10n.t('The internal name {0} is here, too.', name.text);
    report({
      // Where only the name of the file says it, the root stands for the whole file.
      at: name.span.end > name.span.start ? name.span : (root?.openTag ?? name.span),
      severity,
      message: messageFor(name.text, fileNameOf(named.uri), severity),
      related: same.slice(0, mostRelated).map((known) => ({ other: known, message: told })),
    });
  },
});

function messageFor(name: string, file: string, severity: Severity): string {
  switch (severity) {
    case 'hint':
      return l10n.t(
        '{1} is the same call center “{0}” in its other form. An org has each internal name once: import the one or deploy the other.',
        name,
        file,
      );
    case 'information':
      return l10n.t(
        '{1} has the internal name “{0}”, too, so both files describe one call center of an org. If they are for different orgs, all is well.',
        name,
        file,
      );
    default:
      return l10n.t(
        '{1} has the internal name “{0}”, too. Internal names are unique in an org, so of the two the one that is imported second is refused. If they are for different orgs, all is well.',
        name,
        file,
      );
  }
}
