'use client'

import { createContext, useContext } from 'react'

type FormFacts = { values?: Record<string, string>; fields?: Record<string, string>; answer?: unknown }

export const FormContext = createContext<FormFacts>({})

/** What the enclosing form knows of one field after a refusal: the text typed and the sentence beside it. */
export function useFormField(name: string): { typed?: string; refused?: string; afterRefusal: boolean } {
  const { values, fields } = useContext(FormContext)
  return { typed: values?.[name], refused: fields?.[name], afterRefusal: values !== undefined }
}

/** What the enclosing form's action answered when it worked; undefined before that. */
export function useFormAnswer<T>(): T | undefined {
  return useContext(FormContext).answer as T | undefined
}
