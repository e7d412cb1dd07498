import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe } from 'node:test';
import { type Editor, openEditor } from './open-editor.ts';
import { commands } from './surfaces/commands.ts';
import { completion } from './surfaces/completion.ts';
import { converting } from './surfaces/converting.ts';
import { crashing } from './surfaces/crashing.ts';
import { imported } from './surfaces/imported.ts';
import { kind } from './surfaces/kind.ts';
import { messages } from './surfaces/messages.ts';
import { preview } from './surfaces/preview.ts';
import { previewAnswers } from './surfaces/preview-answers.ts';
import { previewCorners } from './surfaces/preview-corners.ts';
import { previewDrag } from './surfaces/preview-drag.ts';
import { previewEdits } from './surfaces/preview-edits.ts';
import { previewHeard } from './surfaces/preview-heard.ts';
import { previewLayout } from './surfaces/preview-layout.ts';
import { previewStates } from './surfaces/preview-states.ts';
import { problems } from './surfaces/problems.ts';
import { reading } from './surfaces/reading.ts';
import { typing } from './surfaces/typing.ts';

/** XML that no part of the extension has anything to do with. */
const recipe = `<recipe name="Pancakes">
  <ingredient amount="200 g">flour &</ingredient>
  <steps>
    <step>
    </step>
  </steps>
</recipe>
`;

// One VS Code for all of it. Every test opens what it needs and leaves nothing open.
describe('what a person sees', () => {
  let opened: Editor | undefined;
  const editor = (): Editor => {
    if (!opened) throw new Error('VS Code is not open');
    return opened;
  };
  before(async () => {
    opened = await openEditor('test/samples', { 'editor.linkedEditing': true, 'editor.detectIndentation': false });
    writeFileSync(path.join(opened.folder, 'recipe.xml'), recipe);
    writeFileSync(path.join(opened.folder, 'call-center-notes.xml'), '<notes/>\n');
  });
  afterEach(() => opened?.workbench.closeAll());
  after(() => opened?.close());

  reading(editor);
  problems(editor);
  completion(editor);
  typing(editor);
  converting(editor);
  kind(editor);
  imported(editor);
  commands(editor);
  messages(editor);
  crashing(editor);
  preview(editor);
  previewEdits(editor);
  previewStates(editor);
  previewCorners(editor);
  previewAnswers(editor);
  previewDrag(editor);
  previewHeard(editor);
  previewLayout(editor);
});
