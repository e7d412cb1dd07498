import * as l10n from '@vscode/l10n';

/** What the name of every baseline file ends with: editors find its schema by that. */
export const baselineSuffix = '.callcenter-baseline.json';

/** Where a baseline lies when nobody says otherwise: beside its definition. */
export const defaultBaselinePath = `\${name}${baselineSuffix}`;

/** What a definition is compared with. */
export type BaselineSource =
  /** The baseline file. */
  | { readonly kind: 'file' }
  /** The same file, as it is in a revision of git. */
  | { readonly kind: 'git'; readonly ref: string }
  /** Another definition, of either form. Relative to the definition it is compared with. */
  | { readonly kind: 'definition'; readonly path: string };

/**
 * The URI of the baseline of a definition. Both forms of one call center in one folder have the same one: it is one call
 * center.
 * @param pattern relative to the folder of the definition, with `/`; `${name}` is the definition's file name without its
 * ending. Must be one that `baselinePathTrouble` has nothing to say about.
 * @returns undefined for a document that lies in no folder, such as `untitled:Untitled-1`, and where a pattern leads out
 * of the file system
 */
export function baselineUri(definition: string, pattern: string = defaultBaselinePath): string | undefined {
  // As it stands in the URI: escaped already, or by a host that does not escape.
  const name = /\/([^/?#]*)(?:[?#].*)?$/.exec(definition)?.[1]?.replace(/(?:\.callCenter(?:-meta)?)?(?:\.xml)?$/i, '');
  return name === undefined || name === '' ? undefined : pathBeside(definition, pattern, name);
}

/**
 * The URI of a file by its path relative to the folder of a definition, with `/` and without escapes.
 * @returns undefined for a definition that lies in no folder, and where the path leads out of the file system
 */
export function uriBeside(definition: string, path: string): string | undefined {
  return pathBeside(definition, path, undefined);
}

/** @param name what stands for `${name}`, escaped as a URI has it */
function pathBeside(definition: string, pattern: string, name: string | undefined): string | undefined {
  const [, before, path] = /^([A-Za-z][A-Za-z0-9+.-]*:(?:\/\/[^/?#]*)?)(\/[^?#]*)/.exec(definition) ?? [];
  if (before === undefined || path === undefined) return undefined;
  const steps = path.slice(0, path.lastIndexOf('/')).split('/').slice(1);
  for (const step of pattern.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (name === undefined) steps.push(encodeURIComponent(step));
    else steps.push(step.split(namePlace).map(encodeURIComponent).join(name));
  }
  return `${before}/${steps.join('/')}`;
}

const namePlace = `\${name}`;

/** Why a path cannot be that of baselines: a sentence, already translated; undefined when it can. */
export function baselinePathTrouble(pattern: string): string | undefined {
  if (/^(?:\/|~|[A-Za-z][A-Za-z0-9+.-]*:)/.test(pattern)) {
    return l10n.t(
      'The path of baselines starts at the folder of the definition: “/”, “~” and drives mean nothing to others.',
    );
  }
  if (/[\\\p{Cc}\p{Cs}]/u.test(pattern))
    return l10n.t('In the path of baselines “/” stands between folders, and no “\\”.');
  if (!pattern.endsWith(baselineSuffix)) {
    return l10n.t('The path of baselines must end with “{0}”, so that editors know the files.', baselineSuffix);
  }
  if (!pattern.includes(namePlace)) {
    return l10n.t(
      'The path of baselines must hold “{0}”, for the name of the definition: else all call centers would share one file.',
      namePlace,
    );
  }
  const unknown = /\$\{(?!name\})[^}]*\}?/.exec(pattern)?.[0];
  if (unknown !== undefined) {
    return l10n.t('“{0}” means nothing in the path of baselines; there is “{1}”.', unknown.slice(0, 60), namePlace);
  }
  return undefined;
}

/**
 * What a text such as `file`, `git:origin/main` or `../retrieved/Acme.callCenter-meta.xml` says to compare with; or why it
 * says nothing, as a sentence, already translated. A revision that git would take for an option is none.
 */
export function parseBaselineSource(
  text: string,
): BaselineSource | { readonly kind: 'trouble'; readonly message: string } {
  const given = text.trim();
  if (given === 'file') return { kind: 'file' };
  if (given.startsWith('git:')) {
    const ref = given.slice('git:'.length);
    if (/^[^-\s:\u0000-\u001f\u007f][^\s:\u0000-\u001f\u007f]*$/.test(ref)) return { kind: 'git', ref };
    const message = l10n.t(
      '“{0}” is no revision: after “git:” stands a branch, a tag or a commit, such as “git:origin/main”.',
      given.slice(0, 60),
    );
    return { kind: 'trouble', message };
  }
  if (given === '' || /[\u0000-\u001f]/.test(given)) {
    const message = l10n.t('Say what to compare with: “file”, “git:” and a revision, or the path of a definition.');
    return { kind: 'trouble', message };
  }
  return { kind: 'definition', path: given };
}
