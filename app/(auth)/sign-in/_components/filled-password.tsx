'use client'

import { Field } from '@/components/ui/field'

/** The password of the demonstration, filled in; it is no secret. */
export function FilledPassword({ value }: { value: string }) {
  return (
    <Field name="password" label="Mật khẩu">
      {(wiring) => (
        <input
          type="password"
          name="password"
          className="box"
          autoComplete="current-password"
          defaultValue={value}
          required
          {...wiring}
        />
      )}
    </Field>
  )
}
