//! Words of the page as children and attributes of elements, and as properties.

use yew::{AttrValue, html::IntoPropValue, virtual_dom::VNode};

use crate::app::strings::Word;

impl IntoPropValue<VNode> for Word {
    fn into_prop_value(self) -> VNode {
        self.get().into_prop_value()
    }
}

impl IntoPropValue<AttrValue> for Word {
    fn into_prop_value(self) -> AttrValue {
        AttrValue::Static(self.get())
    }
}

impl IntoPropValue<Option<AttrValue>> for Word {
    fn into_prop_value(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self.get()))
    }
}
