import { Button, TextInput } from '@mantine/core'
import { useId } from 'react'
import { whyNot } from '@/domain/function-actions'
import type { FunctionRow } from '@/domain/function-rows'
import { emptyGatewayForm } from '@/domain/gateways/gateway-form'
import type { GatewayFieldsProps } from './GatewayFields'
import { ShareField } from './ShareField'
import classes from './GatewayForm.module.css'

/** The function that requests go to, and the canary beside it. */
export function UpstreamFields({ form, change, wrong, surroundings }: GatewayFieldsProps) {
  const { functions } = surroundings
  return (
    <fieldset className={classes.group}>
      <legend>Leads to</legend>
      <FunctionField
        label="Function"
        value={form.primary}
        without={form.hasCanary ? form.canary : ''}
        functions={functions}
        error={wrong('primary')}
        onChange={(primary) => change({ primary })}
      />
      {form.hasCanary ? (
        <>
          <FunctionField
            label="Canary"
            value={form.canary}
            without={form.primary}
            functions={functions}
            error={wrong('canary')}
            onChange={(canary) => change({ canary })}
          />
          <ShareField
            share={form.share}
            primary={form.primary}
            error={wrong('share')}
            onChange={(share) => change({ share })}
          />
          <Button
            variant="default"
            className={classes.act}
            onClick={() => change({ hasCanary: false, canary: '' })}
          >
            Remove the canary
          </Button>
        </>
      ) : (
        <div className={classes.offer}>
          <Button
            variant="default"
            className={classes.act}
            onClick={() => change({ hasCanary: true, share: emptyGatewayForm.share })}
          >
            Add a canary
          </Button>
          <p>A second function that gets a few percent of the requests, to see how a new version fares.</p>
        </div>
      )}
    </fieldset>
  )
}

interface FunctionFieldProps {
  label: string
  value: string
  /** The other side's function, which is not offered. */
  without: string
  functions: readonly FunctionRow[]
  error?: string
  onChange: (name: string) => void
}

/** A name to type, with the functions of the project to choose from; where they are not known, any name goes. */
function FunctionField({ label, value, without, functions, error, onChange }: FunctionFieldProps) {
  const listId = useId()
  const chosen = functions.find(({ name }) => name === value)
  const trouble = chosen && whyNot('invoke', chosen.fn)
  return (
    <>
      <TextInput
        label={label}
        list={listId}
        error={error}
        description={
          error
            ? undefined
            : trouble
              ? `Requests will fail for now. ${trouble}`
              : 'A function of this project'
        }
        value={value}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={listId}>
        {functions
          .filter(({ name }) => name !== without)
          .map(({ name, state }) => (
            <option key={name} value={name}>
              {state.word}
            </option>
          ))}
      </datalist>
    </>
  )
}
