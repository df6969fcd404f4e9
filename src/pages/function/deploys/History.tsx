import { Button } from '@mantine/core'
import { useNow } from '@/components/use-now'
import { consequenceWords } from '@/domain/spec-change/consequence'
import { notifySuccess } from '@/components/notify'
import { clockTime } from '@/lib/clock-time'
import { restoredConfig, type KeptDeploy } from '../deploy/deploy-history'
import { useDeploys } from '../deploy/deploy-context'
import { stopwatch } from '../deploy/deploy-progress'
import { ScrollBox } from '../ScrollBox'
import { useWorkbench } from '../workbench'
import classes from './DeploysTab.module.css'

const howWords: Record<KeptDeploy['how'], string> = {
  build: 'built and deployed',
  withoutBuild: 'deployed without a build',
  saveOnly: 'saved without deploying',
  create: 'created again',
  act: '',
}

const outcomeWords = { running: 'under way', done: 'done', failed: 'failed', refused: 'refused' }

/** What this browser deployed of the function, with a way back to each configuration. */
export function History() {
  const { history } = useDeploys()
  return (
    <section className={classes.section} aria-label="Deploys from this browser">
      <h2 className={classes.title}>Deploys from this browser</h2>
      {history.entries.length === 0 ? (
        <p className={classes.dim}>
          None yet. The server keeps no history; what is deployed here is noted here.
        </p>
      ) : (
        <ScrollBox label="Deploys from this browser, as a table" className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What</th>
                <th scope="col">Outcome</th>
                <th scope="col">Took</th>
                <th scope="col">
                  <span className="visually-hidden">Acts</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {history.entries.map((entry) => (
                <Row key={`${entry.at} ${entry.outcome}`} entry={entry} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  )
}

function Row({ entry }: { entry: KeptDeploy }) {
  const { control } = useWorkbench()
  const now = useNow()
  const { at, how, consequence, words, outcome, milliseconds, cause, config } = entry
  const restore = () => {
    if (!config) return
    const { config: restored, missing } = restoredConfig(config, control.draft.config)
    control.edit([], restored)
    notifySuccess(
      missing.length > 0
        ? `Restored as a draft. Secrets are not kept: enter ${missing.join(', ')} anew`
        : 'Restored as a draft; review it before you deploy',
    )
  }
  return (
    <tr>
      <td className={classes.when}>{clockTime(at, now)}</td>
      <td>
        <p>
          {[howWords[how], how === 'build' || how === 'withoutBuild' ? consequenceWords[consequence] : '']
            .filter(Boolean)
            .join(' · ')}
        </p>
        {words.length > 0 && <p className={classes.dim}>{words.join('; ')}</p>}
        {words.length === 0 && <p className={classes.dim}>nothing changed</p>}
      </td>
      <td data-outcome={outcome}>
        {outcomeWords[outcome]}
        {cause && <p className={classes.cause}>{cause}</p>}
      </td>
      <td className={classes.when}>{milliseconds === undefined ? '' : stopwatch(milliseconds)}</td>
      <td>
        {config && (
          <Button
            variant="subtle"
            aria-label={`Restore the configuration of ${clockTime(at, now)} as a draft`}
            onClick={restore}
          >
            Restore as a draft
          </Button>
        )}
      </td>
    </tr>
  )
}
