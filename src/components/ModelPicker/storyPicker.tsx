import { useState, type ReactElement } from "react";
import { ModelPicker, type ModelPickerProps } from "./ModelPicker.js";

/** A picker that keeps what is chosen. */
export function HeldPicker(props: ModelPickerProps): ReactElement {
  const [value, setValue] = useState(props.value);
  return <ModelPicker {...props} value={value} onChange={setValue} />;
}
