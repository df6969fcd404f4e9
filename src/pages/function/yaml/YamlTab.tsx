import { Button } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { YamlEditor, type TextMark, type YamlEditorHandle } from '@/components/editor/YamlEditor'
import { CopyButton } from '@/components/CopyButton'
import { placeOf, type DocumentFault } from '@/domain/function-document'
import { saveFile } from '@/lib/save-file'
import { OpenFileButton } from './OpenFile'
import { useWorkbench } from '../workbench'
import { secretRanges } from './secret-ranges'
import { useYaml, type OpenYaml } from './use-yaml'
import { remarksOn, type YamlText } from './yaml-text'
import classes from './YamlTab.module.css'

/** YAML of the whole function, in step with the forms. */
export function YamlTab() {
  const opened = useYaml()
  return (
    <section className={classes.tab} aria-label="YAML">
      {opened ? (
        <Opened {...opened} />
      ) : (
        <p className={classes.waiting}>Reading what this browser has kept…</p>
      )}
    </section>
  )
}

interface Problem extends Pick<DocumentFault, 'from' | 'line' | 'column' | 'message'> {
  tone: 'bad' | 'note'
}

function Opened({ yaml, type, mend }: OpenYaml) {
  const { ref } = useWorkbench()
  const editor = useRef<YamlEditorHandle>(null)
  const { problems, marks } = useProblems(yaml)
  const secrets = useMemo(() => secretRanges(yaml), [yaml])
  const [areShown, setAreShown] = useState(false)
  const isBroken = yaml.faults.length > 0
  return (
    <>
      <div className={classes.bar}>
        <span className={classes.file}>{ref.name}.yaml</span>
        {secrets.length > 0 && (
          <Button variant="default" size="compact-sm" onClick={() => setAreShown(!areShown)}>
            {areShown ? 'Hide secrets' : 'Show secrets'}
          </Button>
        )}
        <OpenFileButton />
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => saveFile(`${ref.name}.yaml`, yaml.text, 'application/yaml')}
        >
          Download
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => editor.current?.format()}>
          Format
        </Button>
        <CopyButton value={yaml.text} label="Copy the YAML" />
      </div>
      <div className={classes.editor}>
        <YamlEditor
          value={yaml.text}
          path={`${ref.namespace}/${ref.project}/${ref.name}`}
          ariaLabel={`YAML of ${ref.name}. Press Escape and then Tab to leave the editor.`}
          marks={marks}
          covered={areShown ? undefined : secrets}
          handle={editor}
          onChange={type}
        />
      </div>
      <div className={classes.problems} role="region" aria-label="Problems">
        {isBroken && (
          <div className={classes.broken} role="status">
            <p>
              This text cannot be read as a function. The draft stays as it was; it follows again when the
              text is mended.
            </p>
            <Button variant="default" size="compact-sm" onClick={mend}>
              Back to the draft’s YAML
            </Button>
          </div>
        )}
        {problems.length > 0 ? (
          <ul className={classes.list}>
            {problems.map(({ from, line, column, message, tone }) => (
              <li key={`${from} ${message}`} data-tone={tone}>
                <button type="button" className={classes.place} onClick={() => editor.current?.goTo(from)}>
                  Line {line}, column {column}
                </button>
                <span>{message}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className={classes.none}>The draft and this text say the same.</p>
        )}
      </div>
    </>
  )
}

/** Everything to say about the text, by place: why it cannot be read, what does not take effect, what the server would refuse. */
function useProblems(yaml: YamlText): { problems: Problem[]; marks?: TextMark[] } {
  const { ref, control, findings } = useWorkbench()
  const { config } = control.draft
  return useMemo(() => {
    const { read } = yaml
    if (!read) return { problems: yaml.faults.map((fault) => ({ ...fault, tone: 'bad' })) }
    const refused = findings.map(({ path, message }) => {
      const [from, to] = placeOf(read, path)
      const { line, col } = read.lines.linePos(from)
      return { from, to, line, column: col, message, tone: 'bad' as const }
    })
    const found = [...remarksOn(yaml, config, ref.namespace), ...refused]
    return { problems: found.toSorted((a, b) => a.from - b.from), marks: found }
  }, [yaml, findings, config, ref.namespace])
}
