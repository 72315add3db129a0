"""The cockpit: the district on screens, where every figure opens its evidence."""
