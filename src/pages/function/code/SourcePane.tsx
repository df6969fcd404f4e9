import { useSuspenseQuery } from '@tanstack/react-query'
import { serverQuery } from '@/api/platform'
import { useFieldLink } from '../form/use-field-link'
import { useWorkbench } from '../workbench'
import { BuildSettings } from './BuildSettings'
import classes from './CodeTab.module.css'
import { EditLine } from './EditLine'
import { EntryFields } from './EntryFields'
import { isInline } from './entry-types'
import { SourceEditor } from './SourceEditor'
import { SourceHead } from './SourceHead'

/** Where the code comes from and the code itself, with the handler, the runtime and the build that belong to it. */
export function SourcePane() {
  const { control } = useWorkbench()
  const { data: server } = useSuspenseQuery(serverQuery())
  const { spec } = control.draft.config
  const inline = isInline(spec)
  useFieldLink()
  return (
    <section className={classes.source} aria-label="Source">
      <SourceHead />
      {inline ? (
        <SourceEditor key="inline" />
      ) : (
        <>
          <div className={classes.elsewhere}>
            <EntryFields isEmbedded={server.kind === 'embedded'} />
            {spec.build?.functionSourceCode ? (
              <>
                <h2 className={classes.filled}>What the server put in as source</h2>
                <SourceEditor key="filled" readOnly />
              </>
            ) : (
              <p className={classes.unseen}>
                Nuclio gives back no files of code that it fetches, so there are none to read here.
              </p>
            )}
          </div>
          <EditLine />
        </>
      )}
      <BuildSettings />
    </section>
  )
}
