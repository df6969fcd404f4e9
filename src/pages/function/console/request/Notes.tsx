import { Button } from '@mantine/core'
import { IconButton } from '@/components/IconButton'
import classes from './RequestForm.module.css'
import type { CurlCopies } from './use-curl-copies'
import type { CurlImports } from './use-curl-import'

/** What came of commands that were copied or pasted, until it is put away. */
export function Notes({ copies, imports }: { copies: CurlCopies; imports: CurlImports }) {
  return (
    <>
      {copies.said && (
        <div className={classes.note}>
          <span>{copies.said.words}</span>
          {copies.said.copyWithSecrets && (
            <Button variant="subtle" size="compact-xs" onClick={copies.said.copyWithSecrets}>
              Copy with secrets
            </Button>
          )}
          <IconButton icon="close" label="Put this away" onClick={copies.forget} />
        </div>
      )}
      {imports.said && (
        <div className={classes.note}>
          <span>{imports.said}</span>
          <IconButton icon="close" label="Put these words away" onClick={imports.forget} />
        </div>
      )}
      {imports.remarks.length > 0 && (
        <div className={classes.note} role="group" aria-label="Not taken over as it was">
          <ul>
            {imports.remarks.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <IconButton icon="close" label="Put these remarks away" onClick={imports.forget} />
        </div>
      )}
    </>
  )
}
