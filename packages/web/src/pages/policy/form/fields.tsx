// The fields of the form, each bound to its place in the policy.

import {
  Checkbox, MultiSelect, NumberInput, Select, TagsInput, TextInput, type ComboboxData,
} from '@mantine/core'
import { pathOf, type Place } from './place.ts'

type FieldProps = {
  readonly at: Place
  readonly name: string
  readonly label: string
  readonly description?: string
}

function shared({ at, name, label, description }: FieldProps) {
  const problem = at.problemOf(pathOf(at, name))
  return {
    label, size: 'sm' as const, ...description === undefined ? {} : { description },
    ...problem === undefined ? {} : { error: problem },
  }
}

export function TextField(props: FieldProps & { readonly placeholder?: string }) {
  const { at, name, placeholder } = props
  const value = at.value[name]
  return (
    <TextInput
      {...shared(props)} value={value === undefined ? '' : String(value)}
      {...placeholder === undefined ? {} : { placeholder }}
      onChange={({ currentTarget }) =>
        at.set(name, currentTarget.value === '' ? undefined : currentTarget.value)}
    />
  )
}

/** A number and a unit: `30m`, `12h`, `7d`, `2w`, `1y`. */
export function DurationField(props: FieldProps) {
  return <TextField {...props} placeholder="7d" />
}

export function NumberField(props: FieldProps & {
  readonly min?: number; readonly max?: number; readonly step?: number
}) {
  const { at, name, min = 0, max, step } = props
  const value = at.value[name]
  return (
    <NumberInput
      {...shared(props)} value={typeof value === 'number' ? value : ''} min={min}
      {...max === undefined ? {} : { max }} {...step === undefined ? {} : { step }}
      onChange={(next) => at.set(name, typeof next === 'number' ? next : undefined)}
    />
  )
}

export function ChoiceField(props: FieldProps & {
  readonly choices: ComboboxData
  /** What holds where nothing is chosen; absent: something must be. */
  readonly fallback?: string
}) {
  const { at, name, choices, fallback } = props
  const value = at.value[name]
  return (
    <Select
      {...shared(props)} data={choices} value={typeof value === 'string' ? value : null}
      allowDeselect={fallback !== undefined} clearable={fallback !== undefined}
      clearButtonProps={{ 'aria-label': `Clear ${props.label}` }}
      {...fallback === undefined ? {} : { placeholder: fallback }}
      onChange={(next) => at.set(name, next ?? undefined)}
    />
  )
}

export function ChoicesField(props: FieldProps & {
  readonly choices: ComboboxData; readonly fallback: string
}) {
  const { at, name, choices, fallback } = props
  const value = at.value[name]
  const chosen = Array.isArray(value) ? value.map(String) : []
  return (
    <MultiSelect
      {...shared(props)} data={choices} value={chosen} searchable clearable
      clearButtonProps={{ 'aria-label': `Clear ${props.label}` }}
      {...chosen.length === 0 ? { placeholder: fallback } : {}}
      onChange={(next) => at.set(name, next.length === 0 ? undefined : next)}
    />
  )
}

export function WordsField(props: FieldProps & { readonly fallback: string }) {
  const { at, name, fallback } = props
  const value = at.value[name]
  const words = Array.isArray(value) ? value.map(String) : []
  return (
    <TagsInput
      {...shared(props)} value={words} clearable splitChars={[',', ' ']} acceptValueOnBlur
      clearButtonProps={{ 'aria-label': `Clear ${props.label}` }}
      {...words.length === 0 ? { placeholder: fallback } : {}}
      onChange={(next) => at.set(name, next.length === 0 ? undefined : next)}
    />
  )
}

export function FlagField({ at, name, label, fallback = false }: FieldProps & {
  /** What holds where nothing is said. */
  readonly fallback?: boolean
}) {
  const value = at.value[name]
  return (
    <Checkbox
      label={label} checked={typeof value === 'boolean' ? value : fallback}
      onChange={({ currentTarget: { checked } }) =>
        at.set(name, checked === fallback ? undefined : checked)}
    />
  )
}
